import { totalmem } from 'node:os'
import { summarySchema, type Summary } from '../../../../src-shared/domain/summary.ts'
import { sectionsOf, type TemplateChoice, type TemplateSection } from '../../../../src-shared/domain/template.ts'
import { Failure } from '../../../../src-shared/errors/failure.ts'
import type { Egress } from '../../egress/index.ts'
import { withoutOrders } from '../orders/index.ts'
import { templateRun, type SummaryEngine, type SummaryInput, type SummaryProgress } from '../engine.ts'
import { COMPLAINT_TOKENS, type Talk } from './ask.ts'
import { interestOf, type Interest } from './interest.ts'
import { notesInstructions, sizesFor, takeNotes, type Notes } from './map.ts'
import { CHECK_TOKENS } from './check-words.pure.ts'
import { mergeInstructions, mergeNotes } from './merge.ts'
import { chooseContext, chooseModel, localModels } from './models.ts'
import { expandWithModel } from './own-notes.ts'
import { costOfPeople, findPeople } from './people.pure.ts'
import { planChunks, roomFor, type Plan, type Room } from './plan.pure.ts'
import { loadPrompts } from './prompts.ts'
import { connect, DEFAULT_HOST } from './server.ts'
import { likelyTokens } from './tokens.pure.ts'
import { PromptTooLong } from './trouble.ts'
import { verify } from './verify.ts'

export interface OllamaEngineOptions {
  readonly egress: Egress
  /** A server on this machine; the egress rules refuse any other. */
  readonly host?: string
  /** Without one, the largest local model that fits comfortably into memory. */
  readonly model?: string
  /** Milliseconds; for the time a run took. */
  readonly now: () => number
  readonly options?: {
    /** Window in tokens; by default what memory allows. The model's own limit holds either way. */
    readonly numCtx?: number
    readonly memoryBytes?: number
    readonly firstWordMs?: number
    readonly idleMs?: number
  }
}

export interface OllamaModel {
  readonly name: string
  readonly sizeBytes: number
}

const GENERAL: TemplateChoice = { name: 'general' }
const SEED = 42
const FIRST_WORD_MS = 10 * 60_000
const IDLE_MS = 2 * 60_000
/** How much smaller parts become each time a server says that a prompt was longer than we thought; after that, it is given up. */
const CAUTION = [1, 1.5, 2.25] as const
/** Widest numbers the frame can show, for counting the instructions. */
const WIDE = { first: 99_999, last: 99_999 }
/** Share of progress that merging takes, when there is something to merge. */
const MERGE_SHARE = 0.15

/**
 * Notes by a language model on this machine, over Ollama's native endpoints. Throws a Failure: ENGINE_UNAVAILABLE,
 * MODEL_MISSING, MODEL_REFUSED, CONTEXT_TOO_SMALL, MODEL_OUTPUT_INVALID, EMPTY_TRANSCRIPT, CANCELLED, EGRESS_DENIED.
 */
export function createOllamaEngine({ egress, host = DEFAULT_HOST, model, now, options = {} }: OllamaEngineOptions): SummaryEngine {
  const memoryBytes = options.memoryBytes ?? totalmem()
  return {
    name: 'ollama',
    async summarize(given, { signal, onProgress: report }) {
      const { withheld, ...input } = withoutOrders(given)
      const onProgress = onlyForward(report)
      const started = now()
      if (input.segments.every(({ text }) => text.trim() === '')) throw new Failure('EMPTY_TRANSCRIPT', { format: 'redacted' })
      const prompts = loadPrompts()
      const server = connect({ egress, host, signal })
      const chosen = await chooseModel(server, model, memoryBytes)
      const numCtx = chooseContext(chosen, memoryBytes, options.numCtx)
      const wanted = sectionsOf(input.template ?? GENERAL)
      const manner = input.template?.manner ?? {}
      const whole = sizesFor('whole', numCtx, manner.length)
      const instructions = COMPLAINT_TOKENS + Math.max(
        likelyTokens(notesInstructions(prompts.notes, { ...WIDE, ...whole, people: [] }, wanted, manner)),
        likelyTokens(mergeInstructions(prompts.merge, { ...WIDE, ...whole })),
      ) + (chosen.saysContext ? 0 : CHECK_TOKENS)
      const talk: Omit<Talk, 'options'> = {
        server,
        model: chosen.name,
        patience: { firstWordMs: options.firstWordMs ?? FIRST_WORD_MS, idleMs: options.idleMs ?? IDLE_MS },
        isChecked: !chosen.saysContext,
        takes: { think: true, format: true },
        tally: { calls: 0, retries: 0, loadMs: 0 },
      }
      const interest = interestOf(input.own ?? [], roomFor({ numCtx, instructions, caution: 1 }).text)
      report?.({ done: 0, isLoading: true })
      const made = await withCaution(numCtx, (caution) => {
        const room = roomFor({ numCtx, instructions: instructions + interest.tokens, caution })
        const chat = { num_ctx: numCtx, num_predict: room.answer, temperature: 0, seed: SEED }
        return write({ ...talk, options: chat }, prompts, { input, room, wanted, interest }, onProgress)
      })
      const { title, ...parts } = verify(made.notes, input, { isWary: withheld.length > 0, isTranslated: manner.language !== undefined })
      const { own = [] } = input
      const expanded = own.length === 0 ? {} : { own: await expandWithModel({ ...talk, options: made.options }, input, signal) }
      onProgress({ done: 1 })
      return summarySchema.parse({
        title,
        ...parts,
        ...expanded,
        run: {
          engine: 'ollama',
          version: `${prompts.notes.version}+${prompts.merge.version}${interest.version}`,
          model: chosen.name,
          ...(chosen.digest === null ? {} : { modelDigest: chosen.digest }),
          options: { ...made.options, ...talk.takes, chunks: made.plan.chunks.length, ...talk.tally },
          ...templateRun(input),
          ...(withheld.length === 0 ? {} : { withheld }),
          wallMs: Math.max(0, now() - started),
        },
      } satisfies Summary)
    },
  }
}

/** The models of a server that can be used: none that runs elsewhere. @throws Failure ENGINE_UNAVAILABLE when there is no server */
export async function listOllamaModels(
  { egress, host = DEFAULT_HOST, signal = new AbortController().signal }: { egress: Egress; host?: string; signal?: AbortSignal },
): Promise<OllamaModel[]> {
  return (await localModels(connect({ egress, host, signal }))).map(({ name, size }) => ({ name, sizeBytes: size }))
}

/** A second try, or smaller parts, begin anew; what the person has seen done stays done. */
function onlyForward(report: ((progress: SummaryProgress) => void) | undefined): (progress: SummaryProgress) => void {
  let furthest = 0
  return ({ done }) => {
    if (done <= furthest) return
    furthest = done
    report?.({ done })
  }
}

interface Made {
  readonly notes: Notes
  readonly plan: Plan
  readonly options: Talk['options']
}

/** One call if the meeting fits, else one for each part and the merging of them. A part that fails ends it all. */
async function write(
  talk: Talk,
  prompts: ReturnType<typeof loadPrompts>,
  { input, room, wanted, interest }: { input: SummaryInput; room: Room; wanted: readonly TemplateSection[]; interest: Interest },
  onProgress: (progress: SummaryProgress) => void,
): Promise<Made> {
  const peopleOf = findPeople(input.participants)
  const plan = planChunks(input.segments, room, costOfPeople(peopleOf))
  const { chunks } = plan
  const share = (chunks.length === 1 ? 1 : 1 - MERGE_SHARE) / chunks.length
  const manner = input.template?.manner ?? {}
  const sizes = sizesFor(chunks.length === 1 ? 'whole' : 'part', room.numCtx, manner.length)
  const parts: Notes[] = []
  for (const chunk of chunks) {
    const people = [...new Set(chunk.lines.flatMap(peopleOf))]
    const before = parts.length
    const asked = { chunk, people, sizes, wanted, manner, interest }
    parts.push(await takeNotes(talk, prompts.notes, asked, (done) => onProgress({ done: (before + done) * share })))
  }
  const [only] = parts
  const onCall = ({ done, of }: { done: number; of: number }): void => onProgress({ done: 1 - MERGE_SHARE + (MERGE_SHARE * done) / of })
  const notes = chunks.length === 1 && only !== undefined
    ? only
    : await mergeNotes(talk, prompts.merge, { parts, room, length: manner.length, interest }, onCall)
  return { notes, plan, options: talk.options }
}

/** Tries again with smaller parts when a server finds a prompt longer than we counted; the window stays the same. */
export async function withCaution<Made>(numCtx: number, attempt: (caution: number) => Promise<Made>): Promise<Made> {
  for (const caution of CAUTION) {
    try {
      return await attempt(caution)
    } catch (thrown) {
      if (!(thrown instanceof PromptTooLong)) throw thrown
    }
  }
  throw new Failure('CONTEXT_TOO_SMALL', { neededTokens: numCtx + 1, availableTokens: numCtx })
}
