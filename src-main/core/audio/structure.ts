import type { WholeBytes } from './bytes.ts'
import { badAudio, emptyAudio } from './failures.ts'
import { sampleTables } from './sample-tables.ts'

const MAX_BOXES = 200_000

export interface MediaStructure {
  readonly isShort: boolean
  /** an MP4's sample entry of Apple Lossless, which the demuxer does not read */
  readonly lossless?: Uint8Array
}

/**
 * Whether an MP4's boxes (ISO/IEC 14496-12 §4.2) fit into the file, and whether the one with the table of contents is there:
 * a recorder that crashed leaves sound without it, which nobody can cut into packets again.
 */
export async function mp4Structure(bytes: WholeBytes): Promise<MediaStructure> {
  let lossless: Uint8Array | undefined
  let hasMovie = false
  let hasSound = false
  let at = 0
  for (let boxes = 0; at + 8 <= bytes.size && boxes < MAX_BOXES; boxes += 1) {
    const head = await bytes.at(at, 16)
    const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
    const name = String.fromCharCode(...head.subarray(4, 8))
    const size32 = view.getUint32(0)
    const size = size32 === 1 ? (head.length < 16 ? 0 : Number(view.getBigUint64(8))) : size32 === 0 ? bytes.size - at : size32
    if (size < 8) throw badAudio('MP4', 'damaged')
    hasMovie ||= name === 'moov'
    if (name === 'moov' && at + size <= bytes.size) {
      const inside = at + (size32 === 1 ? 16 : 8)
      for await (const tables of sampleTables(bytes, inside, at + size)) {
        if (tables.isEncrypted) throw badAudio('MP4', 'encrypted')
        if (!tables.isPlausible) throw badAudio('MP4', 'damaged')
        lossless ??= tables.lossless
      }
    }
    hasSound ||= name === 'mdat' && size > 8
    at += size
  }
  if (!hasMovie) throw hasSound || at > bytes.size ? badAudio('MP4', 'truncated') : emptyAudio('MP4')
  return { isShort: at > bytes.size, ...(lossless === undefined ? {} : { lossless }) }
}

/** Whether a Matroska segment (RFC 9559 §5) of known size fits into the file; a live recording's is unknown and fits always. */
export async function webmStructure(bytes: WholeBytes): Promise<MediaStructure> {
  const head = await bytes.at(0, 128)
  const header = readVint(head, 4)
  if (header === undefined || header.value === null) throw badAudio('WebM', 'damaged')
  const segment = header.end + header.value
  const name = await bytes.at(segment, 12)
  if (name.length < 5) throw badAudio('WebM', 'truncated')
  const isSegment = name[0] === 0x18 && name[1] === 0x53 && name[2] === 0x80 && name[3] === 0x67
  const size = isSegment ? readVint(name, 4) : undefined
  return { isShort: size?.value !== undefined && size.value !== null && segment + size.end + size.value > bytes.size }
}

/** A variable-size integer of EBML (RFC 8794 §4); null is the reserved value for "unknown". */
function readVint(bytes: Uint8Array, at: number): { value: number | null; end: number } | undefined {
  const first = bytes[at]
  if (first === undefined || first === 0) return undefined
  const length = Math.clz32(first) - 23
  let value = first & (0xff >> length)
  let isUnknown = value === 0xff >> length
  for (let i = 1; i < length; i += 1) {
    const next = bytes[at + i]
    if (next === undefined) return undefined
    value = value * 256 + next
    isUnknown &&= next === 0xff
  }
  return { value: isUnknown ? null : value, end: at + length }
}

/** Whether the last frame of a bare AAC stream (ISO/IEC 13818-7 §6.2) is whole cannot be told without walking it; it is short by a frame at most. */
export const adtsStructure = (): Promise<MediaStructure> => Promise.resolve({ isShort: false })
