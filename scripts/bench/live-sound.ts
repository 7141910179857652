import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { hearLive, type LiveBlock, type LiveEnd } from '../../src-main/core/live/index.ts'
import type { SpokenSegment } from '../../src-main/core/speech/index.ts'
import { MODEL } from './speech-audio.ts'

/** What the live bench plays and how it counts words, as the fixtures' README counts them. */
const folder = new URL('../../test/fixtures/speech/', import.meta.url)
const WAV_HEADER_BYTES = 44
export const modelFile = fileURLToPath(MODEL)

const referenceSchema = z.object({ text: z.string(), utterances: z.array(z.object({ start: z.number(), end: z.number(), text: z.string() })) })

export function recordingOf(name: string): { samples: Int16Array; reference: z.infer<typeof referenceSchema> } {
  const file = readFileSync(new URL(`${name}.wav`, folder))
  const samples = new Int16Array(file.buffer.slice(file.byteOffset + WAV_HEADER_BYTES, file.byteOffset + file.byteLength))
  return { samples, reference: referenceSchema.parse(JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'))) }
}

export interface Played {
  readonly channel: number
  readonly segments: readonly SpokenSegment[]
  readonly doneMs: number
  /** After the first sample. */
  readonly atMs: number
}

export interface Play extends LiveEnd {
  readonly finals: readonly Played[]
  readonly provisional: number
  readonly mostBehindMs: number
  readonly wallMs: number
  /** Longest time this thread did nothing else, once everything was loaded. */
  readonly blockedMs: number
}

/** Plays sides to the live transcript, `speed` times as fast as they were spoken, 100 ms at a time. */
export async function play(sides: readonly Int16Array[], speed: number): Promise<Play> {
  const length = Math.max(...sides.map((side) => side.length))
  const finals: Played[] = []
  let provisional = 0
  let mostBehindMs = 0
  const from = performance.now()
  let blockedMs = 0
  let last = from
  const beat = setInterval(() => {
    if (finals.length > 0) blockedMs = Math.max(blockedMs, performance.now() - last - 5)
    last = performance.now()
  }, 5)
  async function* blocks(): AsyncGenerator<LiveBlock> {
    for (let at = 0; at < length; at += 1600) {
      const early = from + (at + 1600) / 16 / speed - performance.now()
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early))
      yield { firstSample: at, channels: sides.map((side) => side.subarray(at, Math.min(length, at + 1600))) }
    }
  }
  const end = await hearLive({
    blocks: blocks(),
    channels: sides.length === 2 ? 2 : 1,
    model: modelFile,
    language: 'en',
    onHeard(heard) {
      if (heard.kind === 'provisional') provisional++
      if (heard.kind === 'behind') mostBehindMs = Math.max(mostBehindMs, heard.ms)
      if (heard.kind === 'final') finals.push({ ...heard, atMs: performance.now() - from })
    },
  })
  clearInterval(beat)
  return { ...end, finals, provisional, mostBehindMs, blockedMs, wallMs: performance.now() - from }
}

/** The words a side was heard to say, in order, each with the times of its segment. */
export const heardOf = (finals: readonly Played[], channel: number): { word: string; startMs: number; endMs: number }[] =>
  finals
    .filter((final) => final.channel === channel)
    .flatMap(({ segments }) => segments.flatMap(({ text, startMs, endMs }) => wordsOf(text).map((word) => ({ word, startMs, endMs }))))

export const textOf = (finals: readonly Played[], channel: number): string =>
  finals
    .filter((final) => final.channel === channel)
    .flatMap(({ segments }) => segments.map(({ text }) => text))
    .join(' ')

export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/^[.,?!"]+/, '').replace(/[.,?!"]+$/, ''))
    .flatMap((word) => (/^[\d-]+$/.test(word) ? [...word.replaceAll('-', '')] : word.includes('@') ? [word] : (word.match(/[a-z0-9']+/g) ?? [])))

export interface Compared {
  readonly errors: number
  /** Which of the words heard were not said there. */
  readonly strange: readonly number[]
}

/** The cheapest way from what was said to what was heard (Levenshtein over words). */
export function compare(said: readonly string[], heard: readonly string[]): Compared {
  const cost = Array.from({ length: said.length + 1 }, (_, i) => Array.from({ length: heard.length + 1 }, (_, j) => (i === 0 ? j : i)))
  const at = (i: number, j: number): number => cost[i]?.[j] ?? Number.POSITIVE_INFINITY
  for (let i = 1; i <= said.length; i++) {
    const row = cost[i] ?? []
    for (let j = 1; j <= heard.length; j++) row[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (said[i - 1] === heard[j - 1] ? 0 : 1))
  }
  const strange: number[] = []
  for (let i = said.length, j = heard.length; j > 0; ) {
    const same = said[i - 1] === heard[j - 1]
    if (i > 0 && at(i, j) === at(i - 1, j - 1) + (same ? 0 : 1)) {
      if (!same) strange.push(j - 1)
      i--
      j--
    } else if (i > 0 && at(i, j) === at(i - 1, j) + 1) i--
    else strange.push(--j)
  }
  return { errors: at(said.length, heard.length), strange }
}

export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(values.length * share) - 1)] ?? Number.NaN
