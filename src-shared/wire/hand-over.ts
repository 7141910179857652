import { z } from 'zod'
import { meetingDateSchema } from '../contract/app.ts'
import { noteIdSchema } from '../domain/ids.ts'
import { jobParamsSchema } from '../domain/job.ts'

/** What a window says of a file it hands over on the binary channel; the bytes follow. Like `notes.importFile`, without a path. */
export const handOverSchema = z.object({
  fileName: z.string().max(1000),
  /** The file's own time, milliseconds since the epoch. */
  modifiedMs: z.number().int().optional(),
  title: z.string().max(500).optional(),
  date: meetingDateSchema.optional(),
  participants: z.array(z.string().min(1).max(200)).max(500).default([]),
  vocabulary: z.string().max(2000).optional(),
  params: jobParamsSchema.optional(),
})
export type HandOver = z.input<typeof handOverSchema>

/** What became of it; the rest comes from `jobs.watch`. */
export const handedOverSchema = z.object({ noteId: noteIdSchema, emptyCues: z.number().int(), isTruncated: z.boolean() })
export type HandedOver = z.infer<typeof handedOverSchema>
