const BITRATES_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const BITRATES_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
const RATES = [44_100, 48_000, 32_000]

export interface MpegHeader {
  readonly rate: number
  readonly samples: number
  readonly isMono: boolean
  /** of the whole frame */
  readonly bytes: number
  /** from the start of the frame to the first byte after the side information, where Xing puts its table */
  readonly sideEnd: number
}

/** One MPEG audio layer III header at `at` (ISO/IEC 11172-3 §2.4.1.3, 13818-3), or undefined. */
export function readMpegHeader(bytes: Uint8Array, at: number): MpegHeader | undefined {
  const second = bytes[at + 1] ?? 0
  const third = bytes[at + 2] ?? 0
  const version = (second >> 3) & 3
  if (bytes[at] !== 0xff || (second & 0xe6) !== 0xe2 || version === 1) return undefined
  const isOne = version === 3
  const bitrate = (isOne ? BITRATES_1 : BITRATES_2)[third >> 4] ?? 0
  const rate = (RATES[(third >> 2) & 3] ?? 0) / (isOne ? 1 : version === 2 ? 2 : 4)
  if (bitrate === 0 || rate === 0) return undefined
  const isMono = (bytes[at + 3] ?? 0) >> 6 === 3
  return {
    rate,
    samples: isOne ? 1152 : 576,
    isMono,
    bytes: Math.floor(((isOne ? 144_000 : 72_000) * bitrate) / rate) + ((third >> 1) & 1),
    sideEnd: 4 + (isOne ? (isMono ? 17 : 32) : isMono ? 9 : 17),
  }
}
