import { readMpegHeader } from './mpeg-header.ts'

/** Recordings that are recognised and not read, with their names for people. */
const OTHERS = { aiff: 'AIFF', caf: 'CAF', amr: 'AMR', asf: 'Windows Media (WMA)', ape: "Monkey's Audio", wavpack: 'WavPack' } as const
export const nameOf = (container: Container): string | undefined => Object.entries(OTHERS).find(([other]) => other === container)?.[1]
const OTHER_STARTS: readonly (readonly [start: string, container: keyof typeof OTHERS])[] = [
  ['FORM', 'aiff'],
  ['caff', 'caf'],
  ['#!AMR', 'amr'],
  ['\x30\x26\xb2\x75', 'asf'],
  ['MAC ', 'ape'],
  ['wvpk', 'wavpack'],
]

/** How a recording is packed, told by its first bytes alone (never by its name). */
export type Container = 'wav' | 'mp3' | 'flac' | 'ogg' | 'adts' | 'mp4' | 'webm' | keyof typeof OTHERS | 'unknown'

/** Bytes that `recognise` wants to see; fewer are fine for short files. */
export const HEAD_SIZE = 4096

const text = (bytes: Uint8Array, at: number, length: number): string => String.fromCharCode(...bytes.subarray(at, at + length))

/** ISO base media boxes that may stand first; QuickTime files may lack ftyp. */
const FIRST_BOXES = new Set(['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip', 'styp'])
const RIFF_LIKE = new Set(['RIFF', 'RF64', 'BW64'])

export function recognise(head: Uint8Array): Container {
  if (RIFF_LIKE.has(text(head, 0, 4)) && text(head, 8, 4) === 'WAVE') return 'wav'
  if (text(head, 0, 4) === 'fLaC') return 'flac'
  if (text(head, 0, 4) === 'OggS') return 'ogg'
  if (head[0] === 0x1a && head[1] === 0x45 && head[2] === 0xdf && head[3] === 0xa3) return 'webm'
  if (FIRST_BOXES.has(text(head, 4, 4))) return 'mp4'
  if (text(head, 0, 3) === 'ID3') return afterId3(head)
  const other = OTHER_STARTS.find(([start]) => text(head, 0, start.length) === start)
  // FORM is the start of much else.
  if (other !== undefined && (other[1] !== 'aiff' || text(head, 8, 3) === 'AIF')) return other[1]
  // Two headers in a row: eleven set bits alone turn up in any binary file.
  if (isAdts(head, 0) && isFollowed(head, adtsLength(head, 0), isAdts)) return 'adts'
  for (let at = 0; at < Math.min(head.length, 2048); at += 1) {
    const header = readMpegHeader(head, at)
    if (header !== undefined && isFollowed(head, at + header.bytes, (head, next) => readMpegHeader(head, next) !== undefined)) return 'mp3'
    if (head[at] !== 0 && at > 0) break
  }
  return 'unknown'
}

/** An ID3v2 tag stands before MP3 nearly always, before FLAC or ADTS sometimes; only a short tag lets us see which. */
function afterId3(head: Uint8Array): Container {
  const size = id3Size(head)
  if (text(head, size, 4) === 'fLaC') return 'flac'
  return isAdts(head, size) ? 'adts' : 'mp3'
}

/** Whole length of an ID3v2 tag at the start, 0 without one (id3.org, ID3v2.4 §3.1: 7-bit bytes). */
export function id3Size(head: Uint8Array): number {
  if (text(head, 0, 3) !== 'ID3' || head.length < 10) return 0
  const [a = 0, b = 0, c = 0, d = 0] = head.subarray(6, 10)
  return 10 + (((a & 127) << 21) | ((b & 127) << 14) | ((c & 127) << 7) | (d & 127)) + (((head[5] ?? 0) & 0x10) === 0 ? 0 : 10)
}

const isFollowed = (head: Uint8Array, next: number, is: (head: Uint8Array, at: number) => boolean): boolean =>
  next + 2 >= head.length || is(head, next)

/** ADTS header (ISO/IEC 13818-7 §6.2): sync of twelve bits, layer 0. */
const isAdts = (head: Uint8Array, at: number): boolean =>
  head[at] === 0xff && ((head[at + 1] ?? 0) & 0xf6) === 0xf0 && adtsLength(head, at) > at + 7
const adtsLength = (head: Uint8Array, at: number): number =>
  at + ((((head[at + 3] ?? 0) & 3) << 11) | ((head[at + 4] ?? 0) << 3) | ((head[at + 5] ?? 0) >> 5))
