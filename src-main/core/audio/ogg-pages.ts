import type { ByteReader } from './byte-reader.ts'

const HEADER = 27
/** Longer than any codec's packet: a broken stream must not be gathered for ever. */
const MAX_PACKET = 1 << 20

export interface OggPage {
  readonly serial: number
  /** samples up to the end of this page's last whole packet (48 kHz for Opus), −1 where none ends here */
  readonly granule: number
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly packets: readonly Uint8Array[]
}

/**
 * The pages of an Ogg stream with their packets put together again (RFC 3533). Rubbish between pages is skipped; so is a
 * packet whose beginning is lost.
 * @param onCut called when the stream ends within a page
 */
export async function* oggPages(reader: ByteReader, onCut: () => void): AsyncGenerator<OggPage> {
  const open = new Map<number, Uint8Array[]>()
  for (;;) {
    const head = await nextHeader(reader)
    if (head === undefined) return
    const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
    const flags = view.getUint8(5)
    const serial = view.getUint32(14, true)
    const segments = await reader.exactly(view.getUint8(26))
    const body = await reader.exactly(segments.reduce((sum, length) => sum + length, 0))
    const isCut = segments.length < view.getUint8(26) || body.length < segments.reduce((sum, length) => sum + length, 0)
    if (isCut) onCut()
    const isContinued = (flags & 1) !== 0
    const { packets, rest } = split(segments, body, isContinued ? open.get(serial) : [], isContinued)
    // A file holds a few streams at most; more serial numbers than that are damage and are not remembered.
    if (open.size < 16 || open.has(serial)) open.set(serial, rest)
    yield { serial, granule: Number(view.getBigInt64(6, true)), isFirst: (flags & 2) !== 0, isLast: (flags & 4) !== 0, packets }
  }
}

/** @param before pieces of the packet that continues here; undefined when its start is lost */
function split(segments: Uint8Array, body: Uint8Array, before: Uint8Array[] | undefined, isContinued: boolean): { packets: Uint8Array[]; rest: Uint8Array[] } {
  const packets: Uint8Array[] = []
  let pieces = before ?? []
  let isLost = isContinued && pieces.length === 0
  let start = 0
  let end = 0
  for (const length of segments) {
    end += length
    if (length === 255) continue
    if (!isLost) packets.push(glued([...pieces, body.subarray(start, end)]))
    isLost = false
    pieces = []
    start = end
  }
  const rest = isLost || start === end ? pieces : [...pieces, body.slice(start, end)]
  return { packets, rest: rest.reduce((sum, piece) => sum + piece.length, 0) > MAX_PACKET ? [] : rest }
}

function glued(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces
  return pieces.length === 1 && only !== undefined ? only : Buffer.concat(pieces)
}

/** The next 27 bytes that begin with "OggS", or undefined at the end. */
async function nextHeader(reader: ByteReader): Promise<Uint8Array | undefined> {
  let head = await reader.exactly(HEADER)
  while (head.length === HEADER) {
    const at = Buffer.from(head.buffer, head.byteOffset, head.length).indexOf('OggS')
    if (at === 0) return head
    const skipped = at > 0 ? at : HEADER - 3
    head = Buffer.concat([head.subarray(skipped), await reader.exactly(skipped)])
  }
  return undefined
}
