import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = new URL('../../fixtures/speech/', import.meta.url)

export const MODEL = fileURLToPath(new URL('ggml-test-en.bin', folder))

export interface Reference {
  readonly text: string
  readonly utterances: readonly { readonly start: number; readonly end: number; readonly text: string }[]
}

/** A fixture's samples (16 kHz mono; the fixtures have the plain 44-byte header). */
export function samplesOf(name: string): Int16Array {
  const file = readFileSync(new URL(`${name}.wav`, folder))
  return new Int16Array(file.buffer.slice(file.byteOffset + 44, file.byteOffset + file.byteLength))
}

export const referenceOf = (name: string): Reference => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'))

/** Samples as a decoder hands them over. */
export async function* inBlocks(samples: Int16Array, size = 16_000): AsyncGenerator<Int16Array> {
  for (let at = 0; at < samples.length; at += size) yield samples.slice(at, at + size)
}

/** Words as the fixtures' README counts them. */
export const countedWords = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/^[.,?!"]+/, '').replace(/[.,?!"]+$/, ''))
    .flatMap((word) => (/^[\d-]+$/.test(word) ? [...word.replaceAll('-', '')] : word.includes('@') ? [word] : (word.match(/[a-z0-9']+/g) ?? [])))

/** Substitutions, deletions and insertions (Levenshtein over words). */
export function wordErrors(reference: readonly string[], heard: readonly string[]): number {
  let row = [...heard.keys(), heard.length]
  for (const [i, said] of reference.entries()) {
    const next = [i + 1]
    for (const [j, word] of heard.entries()) next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (said === word ? 0 : 1)))
    row = next
  }
  return row.at(-1) ?? 0
}

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
