import { unknownFormat } from './failures.ts'

/** Share of control characters above which bytes are taken for something that is not text. */
const CONTROL_SHARE = 0.01
const SIGNATURES = ['%PDF-', '{\\rtf', '\u0089PNG', 'GIF8', 'ID3', 'OggS', 'RIFF', 'fLaC', '\u007fELF', 'Rar!', '7z\u00bc\u00af']

/**
 * The text in a file: UTF-8 or UTF-16 with or without byte order mark, else Windows-1252 (what old Windows
 * programs write; a superset of Latin-1). Control characters that mean nothing in text become blanks.
 *
 * @throws Failure UNKNOWN_FORMAT for bytes that are not text
 */
export function decodeText(bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, 8))
  if (SIGNATURES.some((signature) => start.startsWith(signature))) throw unknownFormat()
  const text = decode(bytes)
  const controls = count(text)
  if (controls > 0 && controls > text.length * CONTROL_SHARE) throw unknownFormat()
  return controls === 0 ? text : text.replace(CONTROLS, ' ')
}

const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f]/g

function count(text: string): number {
  let controls = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if ((code < 0x20 && (code < 0x09 || code > 0x0d)) || code === 0x7f) controls++
  }
  return controls
}

/** UTF-16 without its mark: in the text of most scripts and in every clock, each second byte is zero. UTF-8 text has none. */
function wideWithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 2000)
  const zeros = [0, 0]
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  const most = sample.length * 0.2
  if (bytes.length % 2 === 1 || Math.max(even, odd) < most || Math.min(even, odd) > 0) return undefined
  return odd > even ? 'utf-16le' : 'utf-16be'
}

function decode(bytes: Uint8Array): string {
  // TextDecoder takes the byte order mark away; one at the end of a joined file is left to `tidy.ts`.
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    const wide = wideWithoutMark(bytes)
    return new TextDecoder(wide ?? 'utf-8', { fatal: wide === undefined }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder('windows-1252').decode(bytes)
    throw error
  }
}
