import type { Random } from './random.ts'

type Mutation = (input: Buffer, random: Random, others: readonly Uint8Array[]) => Buffer

const NASTY = [
  '\0', '\x01', '\x1b[31m', '\x7f', '\x85', '\u2028', '\u200b', '\u200d', '\u202e', '\u2066', '\u2060', '\ufeff', '\ufffd', '\ud83d\ude00',
  'e\u0301', '\u0301'.repeat(50), 'مرحبا', 'שלום', '你好',
  '-->', ' --> ', '<v ', '</v>', '<v.a b>', '&#0;', '&#x110000;', '&amp;', '<c.unknown>', '>>', '>> ?: ', '[--:--]', 'WEBVTT', 'NOTE', 'STYLE',
  '{\\an8}', '---', '::', ': ', '\t', '  ', '\r', '\n\n', '"', '\\', '\\u', '\\ud800',
  '00:00:00.000 --> 00:00:00.000', '99999999999999999999', '-1', '1e308', '1e-400', 'NaN', '0x10', '123456:59:59.999999999', '1:60', '10:02:31',
  '0:00', 'PM', '12 minutes', 'Attendees', 'Transcript', '- Transcript',
  'Transcription ended after 0', 'Transcribed by https://otter.ai', 'started transcription', '[PERSON_1]', '{', '}', '[', ']', ',', 'null', 'true',
  '{"segments":', '{"transcription":[', '"text":', '__proto__', 'constructor',
]

const between = (length: number, random: Random): [number, number] => {
  const a = random.below(length + 1)
  const b = random.below(length + 1)
  return a < b ? [a, b] : [b, a]
}
const insert = (input: Buffer, at: number, what: Uint8Array): Buffer => Buffer.concat([input.subarray(0, at), what, input.subarray(at)])
const lineList = (input: Buffer): string[] => input.toString('latin1').split('\n')
const fromLines = (lines: readonly string[]): Buffer => Buffer.from(lines.join('\n'), 'latin1')

const MUTATIONS: readonly Mutation[] = [
  // bytes
  (input, random) => {
    const copy = Buffer.from(input)
    for (let left = 1 + random.below(8); left > 0 && copy.length > 0; left--) copy[random.below(copy.length)] = random.below(256)
    return copy
  },
  (input, random) => {
    const copy = Buffer.from(input)
    const at = random.below(Math.max(1, copy.length))
    if (copy.length > 0) copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8))
    return copy
  },
  (input, random) => input.subarray(0, random.below(input.length + 1)),
  (input, random) => input.subarray(random.below(input.length + 1)),
  (input, random) => Buffer.concat([input.subarray(0, between(input.length, random)[0]), input.subarray(between(input.length, random)[1])]),
  // lines
  (input, random) => fromLines(lineList(input).filter(() => random.below(6) > 0)),
  (input, random) => fromLines(lineList(input).flatMap((line) => (random.below(6) > 0 ? [line] : [line, line]))),
  (input, random) => {
    const lines = lineList(input)
    for (let left = 1 + random.below(10); left > 0; left--) {
      const a = random.below(lines.length)
      const b = random.below(lines.length)
      const kept = lines[a] ?? ''
      lines[a] = lines[b] ?? ''
      lines[b] = kept
    }
    return fromLines(lines)
  },
  (input, random) => fromLines(lineList(input).map((line) => (random.below(8) > 0 ? line : ''))),
  (input) => Buffer.from(input.toString('latin1').replaceAll('\n', '\r'), 'latin1'),
  (input) => Buffer.from(input.toString('latin1').replaceAll('\n', ' '), 'latin1'),
  // splices
  (input, random, others) => {
    const other = Buffer.from(random.pick(others))
    const [from, to] = between(other.length, random)
    return insert(input, random.below(input.length + 1), other.subarray(from, to))
  },
  (input, random, others) => {
    const other = lineList(Buffer.from(random.pick(others)))
    return fromLines(lineList(input).flatMap((line) => (random.below(4) > 0 ? [line] : [line, other[random.below(other.length)] ?? ''])))
  },
  // content
  (input, random) => {
    let out = input
    for (let left = 1 + random.below(5); left > 0; left--) out = insert(out, random.below(out.length + 1), Buffer.from(random.pick(NASTY)))
    return out
  },
  (input, random) => Buffer.from(input.toString('latin1').replace(/\d+/g, (digits) => (random.below(10) > 0 ? digits : random.pick(['9'.repeat(30),
    '-5', '1e999', '0', '', '61', '1.5']))), 'latin1'),
  (input, random) => insert(input, random.below(input.length + 1), Buffer.from(random.pick(NASTY).repeat(1 + random.below(4000)))),
  (input, random) => Buffer.concat([input, Buffer.from(random.pick(['[', '{"a":', '<', '&', '(', '[0:0', ' '] as const).repeat(20_000))]),
  (input, random) => {
    const nested = random.pick(['[', '{"a":']).repeat(1 + random.below(30_000))
    return Buffer.concat([Buffer.from(random.pick(['{"segments":[{"text":', '[', '{"transcription":[']) + nested), input.subarray(0, 200)])
  },
  (input, random) => Buffer.from(input.toString('utf8'), random.pick(['utf16le', 'latin1', 'utf8'] as const)),
  (input, random) => Buffer.concat([Buffer.from(random.pick([[0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf], [0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11,
    0xe0]] as const)), input]),
]

/** One to four mutations on top of each other, of a source picked at random. */
export function mutant(random: Random, sources: readonly Uint8Array[]): Buffer {
  let out = Buffer.from(random.pick(sources))
  for (let left = 1 + random.below(4); left > 0; left--) out = Buffer.from(random.pick(MUTATIONS)(out, random, sources)).subarray(0, 400_000)
  return out
}
