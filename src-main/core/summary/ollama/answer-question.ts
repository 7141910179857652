import { totalmem } from 'node:os'
import { z } from 'zod'
import type { NoteId, SegmentId } from '../../../../src-shared/domain/ids.ts'
import { redactedTextSchema } from '../../../../src-shared/domain/text.ts'
import { makeToken, tokensIn, type Token } from '../../../../src-shared/domain/token.ts'
import type { Segment } from '../../../../src-shared/domain/transcript.ts'
import { checkEvidence } from '../evidence/index.ts'
import { ask, COMPLAINT_TOKENS, type Talk } from './ask.ts'
import { onOneLine, printLine, type PromptLine } from './lines.pure.ts'
import { lookUp, rangeOf, strayLines } from './map.ts'
import { chooseContext, chooseModel } from './models.ts'
import { withCaution, type OllamaEngineOptions } from './ollama-engine.ts'
import { planChunks, roomFor } from './plan.pure.ts'
import { loadPrompt } from './prompts.ts'
import { connect, DEFAULT_HOST } from './server.ts'
import { likelyTokens } from './tokens.pure.ts'
import { repairTokens } from './tokens-back.pure.ts'

export interface Passages {
  /** Redacted, as everything here. */
  readonly noteId: NoteId
  readonly segments: readonly Segment[]
}

export interface AnswerSentence {
  readonly noteId: NoteId
  readonly text: string
  readonly evidence: readonly SegmentId[]
}

const MOST = 5
const SEED = 42
const WINDOW = 2
/** Tokens of several notes are told apart by their numbers: the second note's `[PERSON_1]` is `[PERSON_20001]` in the prompt. */
const STRIDE = 10_000
const MOST_PASSAGES = 98

const lineNumbers = z.union([z.array(z.coerce.number().int()), z.coerce.number().int().transform((one) => [one])])
const answerSchema = z.object({ answer: z.array(z.object({ text: z.string().trim().min(1), lines: lineNumbers })) })

/** The token that stands in a prompt for one of a note's; `note` counts from 0. */
export const promptToken = (note: number, token: Token): Token => renumbered(token, (number) => number + (note + 1) * STRIDE)

/**
 * An answer by a language model on this machine, out of redacted passages. `questionFor` is given what the tokens of each note are called
 * in the prompt, and returns the question without names. Every sentence cites lines, and what they do not bear out is dropped: nothing
 * left is "not in your notes". One note's tokens never meet another's under one name.
 * @throws Failure as the summary engine
 */
export async function answerWithModel(
  passages: readonly Passages[],
  question: string,
  { egress, host = DEFAULT_HOST, model, options = {}, signal, onProgress }: Omit<OllamaEngineOptions, 'now'> & {
    readonly signal: AbortSignal
    readonly onProgress?: (done: number) => void
  },
): Promise<{ sentences: AnswerSentence[]; model: string }> {
  const prompt = loadPrompt('answer')
  const memoryBytes = options.memoryBytes ?? totalmem()
  const server = connect({ egress, host, signal })
  const chosen = await chooseModel(server, model, memoryBytes)
  const numCtx = chooseContext(chosen, memoryBytes, options.numCtx)
  const asked = `<question>\n${onOneLine(question)}\n</question>`
  const instructions = COMPLAINT_TOKENS + likelyTokens(prompt.text({ first: 99_999, last: 99_999, most: MOST })) + likelyTokens(asked)
  const talk: Omit<Talk, 'options'> = {
    server,
    model: chosen.name,
    patience: { firstWordMs: options.firstWordMs ?? 600_000, idleMs: options.idleMs ?? 120_000 },
    takes: { think: true, format: true },
    tally: { calls: 0, retries: 0, loadMs: 0 },
  }
  const segments = passages.slice(0, MOST_PASSAGES).flatMap(({ segments: said }, note) => said.map((segment) => inPrompt(segment, note)))
  const noteOf = new Map(passages.flatMap(({ noteId, segments: said }) => said.map(({ id }) => [id, noteId] as const)))
  const given = [question, ...segments.flatMap(({ speaker, text }) => [speaker ?? '', text])]
  const known = new Set(given.flatMap((text) => Array.from(tokensIn(text), ({ token }) => token)))
  const sentences = await withCaution(numCtx, async (caution) => {
    const room = roomFor({ numCtx, instructions, caution })
    const talking: Talk = { ...talk, options: { num_ctx: numCtx, num_predict: room.answer, temperature: 0, seed: SEED } }
    const { chunks } = planChunks(segments, room)
    const found: AnswerSentence[] = []
    for (const [at, { lines }] of chunks.entries()) {
      const frame = { ...rangeOf(lines), most: MOST }
      const { answer } = await ask(talking, {
        instructions: prompt.text(frame),
        lines: lines.map(printLine),
        after: asked,
        format: formatOf(frame),
        schema: answerSchema,
        objection: (given) => strayLines(given.answer, frame),
        onProgress: (done) => onProgress?.((at + done) / chunks.length),
      })
      found.push(...answer.slice(0, MOST).flatMap((sentence) => borneOut(sentence, lines, { segments, known, noteOf })))
    }
    return found.slice(0, MOST)
  })
  return { sentences, model: chosen.name }
}

const formatOf = ({ first, last, most }: { first: number; last: number; most: number }): object =>
  z.toJSONSchema(
    z.strictObject({
      answer: z.array(z.strictObject({ text: z.string(), lines: z.array(z.int().min(first).max(last)).min(1).max(6) })).max(most),
    }),
  )

/** The sentence as of the note it cites first; none where it cites nothing, or what was not said there. */
function borneOut(
  { text, lines: numbers }: z.infer<typeof answerSchema>['answer'][number],
  lines: readonly PromptLine[],
  { segments, known, noteOf }: { segments: readonly Segment[]; known: ReadonlySet<Token>; noteOf: ReadonlyMap<SegmentId, NoteId> },
): AnswerSentence[] {
  const cited = lookUp(lines)(numbers)
  const [first] = cited
  const noteId = first === undefined ? undefined : noteOf.get(first)
  const evidence = cited.filter((id) => noteOf.get(id) === noteId)
  const repaired = repairTokens(text.replace(/\s+/g, ' '), known)
  if (noteId === undefined || evidence.length === 0 || repaired.isInvented) return []
  const said = redactedTextSchema.parse(repaired.text)
  const ofNote = segments.filter(({ id }) => noteOf.get(id) === noteId)
  if (!checkEvidence({ text: said, evidence }, ofNote, { window: WINDOW }).supported) return []
  return [{ noteId, text: outOfPrompt(said), evidence }]
}

function inPrompt({ speaker, text, ...segment }: Segment, note: number): Segment {
  const told = (words: string) => redactedTextSchema.parse(withTokens(words, (token) => promptToken(note, token)))
  return { ...segment, speaker: speaker === null ? null : told(speaker), text: told(text) }
}

const outOfPrompt = (text: string): string => withTokens(text, (token) => renumbered(token, (number) => number % STRIDE))

function withTokens(text: string, change: (token: Token) => Token): string {
  return [...tokensIn(text)].reduceRight((rest, { token, start, end }) => `${rest.slice(0, start)}${change(token)}${rest.slice(end)}`, text)
}

function renumbered(token: Token, change: (number: number) => number): Token {
  for (const { type } of tokensIn(token)) return makeToken(type, change(Number(/_(\d+)\]$/.exec(token)?.[1] ?? 0)))
  throw new Error('a token without a type')
}
