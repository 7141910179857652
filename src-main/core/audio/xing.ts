import { readMpegHeader } from './mpeg-header.ts'

/**
 * The table of contents that encoders put into a silent first MP3 frame ("Xing" with a varying rate, "Info" with a constant
 * one): how many frames and bytes follow. LAME adds how many samples are padding.
 */
export function readXing(start: Uint8Array): { durationMs: number | undefined; bytes: number | undefined } | undefined {
  const header = readMpegHeader(start, 0)
  if (header === undefined) return undefined
  const at = header.sideEnd
  const name = String.fromCharCode(...start.subarray(at, at + 4))
  if ((name !== 'Xing' && name !== 'Info') || start.length < at + 16) return undefined
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength)
  const flags = view.getUint32(at + 4)
  const frames = (flags & 1) === 0 ? undefined : view.getUint32(at + 8)
  const bytes = (flags & 2) === 0 ? undefined : view.getUint32(at + ((flags & 1) === 0 ? 8 : 12))
  return { durationMs: frames === undefined || frames === 0 ? undefined : ((frames * header.samples) / header.rate) * 1000, bytes }
}
