import { totalmem } from 'node:os'
import { z } from 'zod'
import type { SegmentId } from '../../../../src-shared/domain/ids.ts'
import { PII_TYPES } from '../../../../src-shared/domain/pii.ts'
import { tokensIn } from '../../../../src-shared/domain/token.ts'
import type { Segment } from '../../../../src-shared/domain/transcript.ts'
import type { Proposals, ProposedSpan } from '../proposals.ts'
import { ask, COMPLAINT_TOKENS, type Talk } from './ask.ts'
import { printLine, type PromptLine } from './lines.pure.ts'
import { rangeOf } from './map.ts'
import { chooseContext, chooseModel } from './models.ts'
import { planChunks, roomFor } from './plan.pure.ts'
import { loadPrompt } from './prompts.ts'
import { withCaution, type OllamaEngineOptions } from './ollama-engine.ts'
import { connect, DEFAULT_HOST } from './server.ts'
import { likelyTokens } from './tokens.pure.ts'

/** Kinds that recognisers leave to a person unless asked; a model is not asked either. */
const ASKED = PII_TYPES.filter((type) => type !== 'ORG' && type !== 'LOCATION' && type !== 'URL' && type !== 'MAC' && type !== 'CRYPTO')
const MOST = 30
const LONGEST = 120
const SEED = 42
const WIDE = { first: 99_999, last: 99_999, most: MOST }

const answerSchema = z.object({ found: z.array(z.object({ line: z.coerce.number().int(), text: z.string(), type: z.string() })) })
type Answer = z.infer<typeof answerSchema>

/**
 * Asks a language model on this machine what is still readable of a redacted transcript. It is given redacted text alone, may only
 * point at words, and each is looked up in the segment it named. @throws Failure as the summary engine
 */
export async function findWithModel(
  segments: readonly Segment[],
  { egress, host = DEFAULT_HOST, model, options = {}, signal, onProgress }: Omit<OllamaEngineOptions, 'now'> & {
    readonly signal: AbortSignal
    readonly onProgress?: (done: number) => void
  },
): Promise<Proposals> {
  const prompt = loadPrompt('detect')
  const memoryBytes = options.memoryBytes ?? totalmem()
  const server = connect({ egress, host, signal })
  const chosen = await chooseModel(server, model, memoryBytes)
  const numCtx = chooseContext(chosen, memoryBytes, options.numCtx)
  const instructions = COMPLAINT_TOKENS + likelyTokens(prompt.text(WIDE))
  const talk: Omit<Talk, 'options'> = {
    server,
    model: chosen.name,
    patience: { firstWordMs: options.firstWordMs ?? 600_000, idleMs: options.idleMs ?? 120_000 },
    takes: { think: true, format: true },
    tally: { calls: 0, retries: 0, loadMs: 0 },
  }
  return withCaution(numCtx, async (caution) => {
    const room = roomFor({ numCtx, instructions, caution })
    const asked: Talk = { ...talk, options: { num_ctx: numCtx, num_predict: room.answer, temperature: 0, seed: SEED } }
    const { chunks } = planChunks(segments, room)
    const known = new Map(segments.map((segment) => [segment.id, segment.text]))
    const ordinary = lowerCaseWords(segments)
    const spans = new Map<string, ProposedSpan>()
    let refused = 0
    for (const [at, { lines }] of chunks.entries()) {
      const frame = { ...rangeOf(lines), most: MOST }
      const { found } = await ask<Answer>(asked, {
        instructions: prompt.text(frame),
        lines: lines.map(printLine),
        format: formatOf(frame),
        schema: answerSchema,
        objection: () => null,
        onProgress: (done) => onProgress?.((at + done) / chunks.length),
      })
      for (const proposal of found) {
        const taken = ordinary.has(proposal.text.toLowerCase()) ? [] : verified(proposal, lines, known)
        if (taken.length === 0) refused += 1
        for (const span of taken) spans.set(`${span.segmentId} ${span.text}`, span)
      }
    }
    return { spans: [...spans.values()], refused, model: chosen.name, version: prompt.version }
  })
}

const formatOf = ({ first, last, most }: { first: number; last: number; most: number }): object =>
  z.toJSONSchema(
    z.strictObject({
      found: z.array(z.strictObject({ line: z.int().min(first).max(last), text: z.string().max(LONGEST), type: z.enum(ASKED) })).max(most),
    }),
  )

/** Where the words really stand: whole words of a segment behind the line that was named, outside every token. */
function verified({ line, text, type }: Answer['found'][number], lines: readonly PromptLine[], known: ReadonlyMap<SegmentId, string>): ProposedSpan[] {
  const words = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  const asked = ASKED.find((one) => one === type)
  if (asked === undefined || words.length < 2 || words.length > LONGEST || !/[\p{L}\p{N}]/u.test(words)) return []
  // Half a token is none of the person's words.
  if (/[[\]]/.test(words)) return []
  const ids = lines.find(({ number }) => number === line)?.ids ?? []
  return ids.filter((id) => standsIn(words, known.get(id) ?? '')).map((segmentId) => ({ segmentId, text: words, type: asked }))
}

/** A word that this meeting also writes in lower case is a word: hiding it as a name would hide it everywhere. */
function lowerCaseWords(segments: readonly Segment[]): ReadonlySet<string> {
  return new Set(segments.flatMap(({ text }) => text.match(/(?<![\p{L}\p{M}\p{N}@._-])\p{Ll}[\p{L}\p{M}]*(?![\p{L}\p{M}\p{N}@_-])/gu) ?? []))
}

function standsIn(words: string, text: string): boolean {
  const bare = [...tokensIn(text)].reduceRight((rest, { start, end }) => `${rest.slice(0, start)}\uFFFC${rest.slice(end)}`, text).replace(/\s+/g, ' ')
  for (let at = bare.indexOf(words); at !== -1; at = bare.indexOf(words, at + 1)) {
    const [before, after] = [bare.charAt(at - 1), bare.charAt(at + words.length)]
    if (!/[\p{L}\p{M}\p{N}]/u.test(before) && !/[\p{L}\p{M}\p{N}]/u.test(after)) return true
  }
  return false
}
