/**
 * Ways of packing sound that are not read here, by what containers call them, so that people are told what they have: the
 * four letters of an MP4's sample entry, Matroska's codec id, WAV's format tag, and the first bytes of a file or a stream.
 */
const NAMES: readonly (readonly [start: string, name: string])[] = [
  ['alac', 'Apple Lossless (ALAC)'],
  ['A_ALAC', 'Apple Lossless (ALAC)'],
  ['samr', 'AMR'],
  ['sawb', 'AMR'],
  ['ac-3', 'Dolby Digital'],
  ['ec-3', 'Dolby Digital'],
  ['A_AC3', 'Dolby Digital'],
  ['A_EAC3', 'Dolby Digital'],
  ['dts', 'DTS'],
  ['A_DTS', 'DTS'],
  ['A_TTA1', 'TTA'],
  ['A_WAVPACK', 'WavPack'],
  ['Speex', 'Speex'],
  ['wav 2', 'ADPCM'],
  ['wav 17', 'ADPCM'],
  ['wav 49', 'GSM'],
  ['wav 80', 'MP2'],
  ['wav 85', 'MP3 inside WAV'],
  ['wav 353', 'Windows Media Audio'],
]

/** A name to show, or undefined for a codec nobody has heard of. */
export function codecName(id: string | number | Uint8Array | null): string | undefined {
  if (id === null) return undefined
  const text = typeof id === 'number' ? `wav ${id}` : typeof id === 'string' ? id : String.fromCharCode(...id.subarray(0, 16))
  return NAMES.find(([start]) => (typeof id === 'number' ? text === start : text.startsWith(start)))?.[1]
}
