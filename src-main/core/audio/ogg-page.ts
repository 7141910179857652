const HEADER = 27
const CRC_AT = 22

interface PageShape {
  readonly serial: number
  readonly sequence: number
  readonly isFirst: boolean
}

/** One packet of less than 255 × 255 bytes as an Ogg page (RFC 3533 §6). Its granule only counts on: nothing here reads it. */
export function oggPage(packet: Uint8Array, { serial, sequence, isFirst }: PageShape): Uint8Array {
  const segments = Math.floor(packet.length / 255) + 1
  const page = new Uint8Array(HEADER + segments + packet.length)
  const view = new DataView(page.buffer)
  page.set([0x4f, 0x67, 0x67, 0x53, 0, isFirst ? 2 : 0])
  view.setBigInt64(6, BigInt(sequence), true)
  view.setUint32(14, serial, true)
  view.setUint32(18, sequence, true)
  page[26] = segments
  page.fill(255, HEADER, HEADER + segments - 1)
  page[HEADER + segments - 1] = packet.length % 255
  page.set(packet, HEADER + segments)
  view.setUint32(CRC_AT, crc(page), true)
  return page
}

/** Ogg's own CRC-32: polynomial 0x04c11db7, nothing reflected, nothing inverted. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 24
  for (let bit = 0; bit < 8; bit += 1) value = value < 0 ? (value << 1) ^ 0x04c11db7 : value << 1
  return value
})

function crc(bytes: Uint8Array): number {
  let value = 0
  for (const byte of bytes) value = (value << 8) ^ (TABLE[((value >>> 24) ^ byte) & 255] ?? 0)
  return value >>> 0
}
