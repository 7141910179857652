import { z } from 'zod'

/**
 * What the decoding thread and whoever started it say to each other. Sound has a channel of its own beside the contracts: its
 * blocks are moved, not copied, and only as many as were asked for are under way.
 */

const int16 = z.custom<Int16Array>((value) => value instanceof Int16Array)

/** workerData: `path` is null where the bytes are asked for piece by piece. */
export const decodingSchema = z.object({ path: z.string().nullable(), keepTruncated: z.boolean() })

export const fromThreadSchema = z.discriminatedUnion('say', [
  z.object({
    say: z.literal('opened'),
    format: z.enum(['WAV', 'MP3', 'FLAC', 'Ogg Opus', 'Ogg Vorbis', 'Ogg', 'AAC', 'MP4', 'WebM', 'audio']),
    sourceRate: z.number(),
    sourceChannels: z.number(),
    durationMs: z.number().nullable(),
    channels: z.union([z.literal(1), z.literal(2)]),
  }),
  z.object({ say: z.literal('block'), planes: z.array(int16) }),
  z.object({ say: z.literal('end'), isTruncated: z.boolean() }),
  z.object({ say: z.literal('failed'), code: z.string(), data: z.unknown(), isTruncated: z.boolean() }),
  /** the next piece of the source is needed */
  z.object({ say: z.literal('read') }),
])
export type FromThread = z.infer<typeof fromThreadSchema>

export const toThreadSchema = z.discriminatedUnion('say', [
  /** one more block may come */
  z.object({ say: z.literal('next') }),
  /** a piece of the source; empty is its end */
  z.object({ say: z.literal('piece'), bytes: z.instanceof(Uint8Array) }),
])
export type ToThread = z.infer<typeof toThreadSchema>
