import { z } from 'zod'
import type { SegmentId } from '../../../../src-shared/domain/ids.ts'
import type { Bullet, OwnPart } from '../../../../src-shared/domain/summary.ts'
import { redactedTextSchema } from '../../../../src-shared/domain/text.ts'
import { tokensIn, type Token } from '../../../../src-shared/domain/token.ts'
import { isFailure } from '../../../../src-shared/errors/failure.ts'
import { expandOwn } from '../embedded/expand-own.pure.ts'
import type { SummaryInput } from '../engine.ts'
import { checkEvidence } from '../evidence/index.ts'
import { contentStems } from '../evidence/words.pure.ts'
import { ask, COMPLAINT_TOKENS, type Talk } from './ask.ts'
import { onOneLine, printLine, type PromptLine } from './lines.pure.ts'
import { lookUp, rangeOf } from './map.ts'
import { planChunks, roomFor } from './plan.pure.ts'
import { loadPrompt } from './prompts.ts'
import { likelyTokens } from './tokens.pure.ts'
import { repairTokens } from './tokens-back.pure.ts'
import { PromptTooLong } from './trouble.ts'

const MOST = 3
const WINDOW = 2
/** Segments on either side of what bears a note out: enough to say what came of it. */
const AROUND = 4
/** Notes asked about in one call; more make small models lose count. */
const TOGETHER = 8

const lineNumbers = z.union([z.array(z.coerce.number().int()), z.coerce.number().int().transform((one) => [one])])
const itemsSchema = z.array(z.object({ text: z.string().trim().min(1), lines: lineNumbers }))
const answerSchema = z.record(z.string(), itemsSchema)

/**
 * A model's words on each line the person wrote down. It reads what was said about them, found without it; what it writes passes the same
 * check as all notes. Where nothing of it does, or it cannot, what was said stands there instead. The person's words go through untouched.
 * @throws Failure CANCELLED
 */
export async function expandWithModel(talk: Talk, input: SummaryInput, signal: AbortSignal): Promise<OwnPart[]> {
  const said = expandOwn(input)
  const worth = said.filter(({ lines }) => lines.length > 0)
  const written = new Map<OwnPart['line'], Bullet[]>()
  try {
    for (let from = 0; from < worth.length; from += TOGETHER) {
      for (const [line, bullets] of await expandSome(talk, input, worth.slice(from, from + TOGETHER))) written.set(line, bullets)
    }
  } catch (thrown) {
    // Notes of the meeting stand already; that these few lines could not be written is no reason to lose them.
    if (signal.aborted || !(isFailure(thrown) || thrown instanceof PromptTooLong)) throw thrown
  }
  return said.map((part) => {
    const lines = written.get(part.line) ?? []
    return lines.length === 0 ? part : { ...part, lines }
  })
}

async function expandSome(talk: Talk, { segments }: SummaryInput, parts: readonly OwnPart[]): Promise<Map<OwnPart['line'], Bullet[]>> {
  const prompt = loadPrompt('own')
  const keys = parts.map((_, at) => `n${at + 1}`)
  const notes = ['<notes>', ...parts.map(({ text }, at) => `${keys[at]}: ${onOneLine(text)}`), '</notes>'].join('\n')
  const hit = new Set(parts.flatMap(({ lines }) => lines.flatMap(({ evidence }) => evidence)))
  const near = segments.filter((_, at) => segments.slice(Math.max(0, at - AROUND), at + AROUND + 1).some(({ id }) => hit.has(id)))
  const wide = { keys: keys.join(', '), most: MOST, first: 99_999, last: 99_999 }
  const instructions = COMPLAINT_TOKENS + likelyTokens(prompt.text(wide)) + likelyTokens(notes)
  const room = roomFor({ numCtx: talk.options.num_ctx, instructions, caution: 1 })
  const known = new Set(
    [...near.flatMap(({ speaker, text }) => [speaker ?? '', text]), notes].flatMap((text) => Array.from(tokensIn(text), ({ token }) => token)),
  )
  const found = new Map<OwnPart['line'], Bullet[]>()
  for (const { lines } of planChunks(near, room).chunks) {
    const frame = { ...wide, ...rangeOf(lines) }
    const answer = await ask(talk, {
      instructions: prompt.text(frame),
      lines: lines.map(printLine),
      after: notes,
      format: formatOf(keys, frame),
      schema: answerSchema,
      objection: (given) => (keys.every((key) => given[key] !== undefined) ? null : 'a key is missing.'),
      onProgress: () => undefined,
    })
    parts.forEach(({ line, text }, at) => {
      const given = answer[keys[at] ?? ''] ?? []
      const bullets = given.flatMap((item) => borneOut(item, lines, segments, known)).filter((bullet) => isAbout(bullet, text, segments))
      found.set(line, [...(found.get(line) ?? []), ...bullets].slice(0, MOST))
    })
  }
  return found
}

const formatOf = (keys: readonly string[], { first, last, most }: { first: number; last: number; most: number }): object => {
  const items = z.array(z.strictObject({ text: z.string(), lines: z.array(z.int().min(first).max(last)).min(1).max(6) })).max(most)
  return z.toJSONSchema(z.strictObject(Object.fromEntries(keys.map((key) => [key, items]))))
}

/** What is true of the meeting and about something else does not belong below this note. */
function isAbout({ text, evidence }: Bullet, note: string, segments: SummaryInput['segments']): boolean {
  const cited = segments.filter(({ id }) => evidence.includes(id)).map(({ speaker, text: said }) => `${speaker ?? ''} ${said}`)
  const stems = new Set(contentStems([text, ...cited].join(' ')))
  return contentStems(note).some((stem) => stems.has(stem))
}

/** None where it cites nothing, holds a token nobody wrote or said, or says what was not said there. */
function borneOut(
  { text, lines: numbers }: z.infer<typeof itemsSchema>[number],
  lines: readonly PromptLine[],
  segments: SummaryInput['segments'],
  known: ReadonlySet<Token>,
): Bullet[] {
  const evidence: SegmentId[] = lookUp(lines)(numbers)
  const repaired = repairTokens(text.replace(/\s+/g, ' '), known)
  if (evidence.length === 0 || repaired.isInvented) return []
  const said = redactedTextSchema.parse(repaired.text)
  return checkEvidence({ text: said, evidence }, segments, { window: WINDOW }).supported ? [{ text: said, evidence }] : []
}
