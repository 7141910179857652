/** What an Apple Lossless stream says of itself, its "magic cookie" (ALACMagicCookieDescription of Apple's open source release). */
export interface AlacCookie {
  /** samples of an ordinary packet */
  readonly frameLength: number
  readonly bits: 16 | 20 | 24 | 32
  /** how fast the size of what is expected follows what came, where it begins, and its limit in bits */
  readonly riceHistory: number
  readonly riceStart: number
  readonly riceLimit: number
  readonly channels: number
  readonly rate: number
}

const COOKIE_BYTES = 24
/** a box's size, its name, its version and flags */
const BOX_HEAD = 12
const MAX_FRAME = 16_384

/**
 * The cookie is in a box named `alac` within the sample entry of that name, deeper or less deep in by the entry's version; a
 * QuickTime entry says the name once more in between.
 * @returns undefined where there is none that can be one
 */
export function findCookie(entry: Uint8Array): AlacCookie | undefined {
  const view = new DataView(entry.buffer, entry.byteOffset, entry.byteLength)
  for (let at = BOX_HEAD; at + BOX_HEAD + COOKIE_BYTES <= entry.length; at += 1) {
    const size = view.getUint32(at)
    const isBox = size >= BOX_HEAD + COOKIE_BYTES && size <= entry.length - at && String.fromCharCode(...entry.subarray(at + 4, at + 8)) === 'alac'
    if (isBox) return readCookie(entry.subarray(at + BOX_HEAD))
  }
  return undefined
}

function readCookie(bytes: Uint8Array): AlacCookie | undefined {
  if (bytes.length < COOKIE_BYTES) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, COOKIE_BYTES)
  const bits = view.getUint8(5)
  const frameLength = view.getUint32(0)
  const riceLimit = view.getUint8(8)
  if (bits !== 16 && bits !== 20 && bits !== 24 && bits !== 32) return undefined
  if (frameLength === 0 || frameLength > MAX_FRAME || riceLimit > 24) return undefined
  return {
    frameLength,
    bits,
    riceHistory: view.getUint8(6),
    riceStart: view.getUint8(7),
    riceLimit,
    channels: view.getUint8(9),
    rate: view.getUint32(20),
  }
}
