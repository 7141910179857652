import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as ort from 'onnxruntime-web/wasm'
import { z } from 'zod'
import type { PiiModel } from '../../../../src-shared/contract/models.ts'
import type { Span } from '../../../../src-shared/domain/pii.ts'
import { tokensIn } from '../../../../src-shared/domain/token.ts'
import { Failure } from '../../../../src-shared/errors/failure.ts'
import { typeOfEntity } from './entity-types.ts'
import { spansOfLabels, type Judged } from './spans-of-labels.pure.ts'
import { openTokenizer, type Piece, type Pieces } from './tokenizer.ts'
import { planWindows } from './windows.pure.ts'

/** A token-classification model, ready to be asked. */
export interface NameModel {
  /** Disjoint and sorted, in UTF-16 code units of `text`; never in a token that stands there. */
  find(text: string): Promise<Span[]>
  close(): Promise<void>
}

/** Models look at no more pieces at a time than this, whatever they could: attention costs their square. */
const MOST_PIECES = 256
/** A run of letters without a blank, as Chinese has: cut here, between characters. */
const LONGEST_WORD = 48

const configSchema = z.looseObject({
  id2label: z.record(z.string().regex(/^\d{1,4}$/), z.string()),
  max_position_embeddings: z.number().int().positive().optional(),
})

/**
 * Loads a model on this thread; the bytes that are loaded are the ones that are hashed.
 * @throws Failure BAD_PII_MODEL: damaged (other bytes than were signed), unreadable, unsupported (not what can be run here)
 */
export async function openNameModel(model: PiiModel): Promise<NameModel> {
  const [weights, tokenizer, config] = await Promise.all([verified(model, 'model.onnx'), verified(model, 'tokenizer.json'), verified(model, 'config.json')])
  try {
    const { id2label, max_position_embeddings: positions = MOST_PIECES } = configSchema.parse(jsonOf(config))
    const pieces = openTokenizer(jsonOf(tokenizer))
    ort.env.wasm.numThreads = 1
    const session = await ort.InferenceSession.create(weights)
    const labels = Array.from({ length: Object.keys(id2label).length }, (_, id) => id2label[String(id)] ?? 'O')
    const unknown = session.inputNames.filter((name) => !INPUTS.includes(name))
    if (unknown.length > 0 || !session.inputNames.includes('input_ids')) throw new Error('an input that nobody gives')
    // RoBERTa's positions begin at 2.
    const room = Math.min(MOST_PIECES, positions - 2) - pieces.before.length - pieces.behind.length
    return { find: (text) => find(text, { model, pieces, session, labels, room }), close: () => session.release() }
  } catch (thrown) {
    throw new Failure('BAD_PII_MODEL', { reason: 'unsupported' }, { cause: thrown })
  }
}

const INPUTS = ['input_ids', 'attention_mask', 'token_type_ids']

const jsonOf = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))

async function verified({ dir, files }: PiiModel, name: string): Promise<Uint8Array> {
  const file = files.find((each) => each.name === name)
  const bytes = await readFile(join(dir, name)).catch((cause: unknown) => {
    throw new Failure('BAD_PII_MODEL', { reason: 'unreadable' }, { cause })
  })
  if (file === undefined || createHash('sha256').update(bytes).digest('hex') !== file.sha256) throw new Failure('BAD_PII_MODEL', { reason: 'damaged' })
  return bytes
}

interface Parts {
  readonly model: PiiModel
  readonly pieces: Pieces
  readonly session: ort.InferenceSession
  readonly labels: readonly string[]
  readonly room: number
}

async function find(text: string, { model, pieces, session, labels, room }: Parts): Promise<Span[]> {
  const words = wordsOfText(text).map(({ start, end }) => pieces.of(text.slice(start, end), start).slice(0, room))
  const judged: { piece: Piece; likely: ReadonlyMap<string, number> }[] = []
  for (const { from, to, answersFrom, answersTo } of planWindows(words.map(({ length }) => length), room)) {
    const seen = words.slice(from, to).flat()
    const ids = [...pieces.before, ...seen.map(({ id }) => id), ...pieces.behind]
    const likely = await classify(session, ids, labels)
    const first = pieces.before.length
    const skipped = words.slice(from, answersFrom).flat().length
    const answered = words.slice(answersFrom, answersTo).flat()
    answered.forEach((piece, at) => judged.push({ piece, likely: likely[first + skipped + at] ?? new Map() }))
  }
  const taken = [...tokensIn(text)]
  return spansOfLabels(judgedRuns(text, judged), text, model.threshold).flatMap(({ start, end, entity, score }): Span[] => {
    const type = typeOfEntity(entity, model.labels)
    if (type === null || taken.some((token) => token.start < end && start < token.end)) return []
    return [{ start, end, type, score: Math.min(1, score), recognizer: `model:${model.name}`, cue: entity.slice(0, 40) }]
  })
}

/** What stands between blanks; a very long run is cut between characters, never before a mark. */
function wordsOfText(text: string): { start: number; end: number }[] {
  return Array.from(text.matchAll(/\S+/gu)).flatMap(({ 0: word, index }) => {
    if (word.length <= LONGEST_WORD) return [{ start: index, end: index + word.length }]
    const cuts: { start: number; end: number }[] = []
    let start = index
    for (const { 0: character, index: at } of word.matchAll(/[^\p{M}]\p{M}*|\p{M}+/gsu)) {
      const end = index + at + character.length
      if (end - start < LONGEST_WORD && end < index + word.length) continue
      cuts.push({ start, end })
      start = end
    }
    return cuts
  })
}

async function classify(session: ort.InferenceSession, ids: readonly number[], labels: readonly string[]): Promise<Map<string, number>[]> {
  const row = (values: readonly number[]): ort.Tensor => new ort.Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length])
  const given = { input_ids: row(ids), attention_mask: row(ids.map(() => 1)), token_type_ids: row(ids.map(() => 0)) }
  const feeds = Object.fromEntries(Object.entries(given).filter(([name]) => session.inputNames.includes(name)))
  const [name = ''] = session.outputNames
  const answer = (await session.run(feeds))[name]
  if (answer === undefined || !(answer.data instanceof Float32Array) || answer.data.length !== ids.length * labels.length) {
    throw new Failure('BAD_PII_MODEL', { reason: 'unsupported' })
  }
  const { data } = answer
  const width = labels.length
  return ids.map((_, at) => {
    const likely = softmax(Array.from(data.subarray(at * width, (at + 1) * width)))
    return new Map(labels.map((label, index) => [label, likely[index] ?? 0]))
  })
}

function softmax(values: readonly number[]): number[] {
  const highest = Math.max(...values)
  const powers = values.map((value) => Math.exp(value - highest))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}

/** Words of letters and digits with the pieces that reach into them. */
function judgedRuns(text: string, judged: readonly { piece: Piece; likely: ReadonlyMap<string, number> }[]): Judged[] {
  let next = 0
  return Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)).flatMap(({ 0: run, index: start }) => {
    const end = start + run.length
    while ((judged[next]?.piece.end ?? Infinity) <= start) next++
    const pieces: ReadonlyMap<string, number>[] = []
    for (let at = next; at < judged.length; at++) {
      const one = judged[at]
      if (one === undefined || one.piece.start >= end) break
      if (one.piece.start < one.piece.end) pieces.push(one.likely)
    }
    return pieces.length === 0 ? [] : [{ start, end, pieces }]
  })
}
