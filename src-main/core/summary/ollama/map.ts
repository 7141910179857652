import type { SegmentId } from '../../../../src-shared/domain/ids.ts'
import type { Manner, TemplateSection } from '../../../../src-shared/domain/template.ts'
import { Failure } from '../../../../src-shared/errors/failure.ts'
import { notesAnswerSchema, notesFormat, sectionKeys, type AnswerFrame, type NotesAnswer } from './answer.ts'
import { ask, type Talk } from './ask.ts'
import type { Interest } from './interest.ts'
import { onOneLine, printLine, type PromptLine } from './lines.pure.ts'
import { answerTokens, type Chunk } from './plan.pure.ts'
import type { Prompt } from './prompts.ts'

/** Something the model wrote, with the segments behind the lines it named. */
export interface Item {
  readonly text: string
  readonly ids: readonly SegmentId[]
}

export interface ActionItem extends Item {
  readonly owner: string | null
  readonly due: string | null
}

/** What one call said about its lines. */
export interface Notes {
  readonly title: string
  readonly overview: readonly Item[]
  readonly topics: readonly Item[]
  readonly decisions: readonly Item[]
  readonly actions: readonly ActionItem[]
  readonly questions: readonly Item[]
  /** Of the template's sections, in its order. */
  readonly sections: readonly (readonly Item[])[]
}

export interface Sizes {
  readonly bullets: number
  readonly topics: number
  /** Decisions, actions and questions, of each. */
  readonly most: number
  readonly perSection: number
}

const SMALL_CTX = 4096
/** Tokens of the answer per item, with its JSON. */
const ITEM_TOKENS = 60

const LENGTH_FACTORS = { short: 0.5, usual: 1, long: 1.7 } as const

/** What to ask for in one call, so that it fits the answer: about a whole meeting, or about one part of many. */
export function sizesFor(what: 'whole' | 'part', numCtx: number, length: Manner['length'] = 'usual'): Sizes {
  const small = numCtx < SMALL_CTX
  const most = Math.floor(answerTokens(numCtx) / ITEM_TOKENS)
  const perSection = length === 'short' ? 2 : small ? 2 : 4
  const by = LENGTH_FACTORS[length]
  const bullets = Math.max(2, Math.round((what === 'whole' ? (small ? 5 : 7) : small ? 3 : 4) * by))
  const topics = what === 'whole' ? (small ? 3 : 6) : small ? 2 : 3
  return { bullets: Math.min(bullets, most), topics, most, perSection }
}

/** The instructions as they are for a chunk; with no people and widest numbers, what they cost at least (planning adds the people). */
export const notesInstructions = (
  prompt: Prompt,
  { bullets, topics, first, last, people }: Pick<AnswerFrame, 'bullets' | 'topics' | 'first' | 'last' | 'people'>,
  wanted: readonly TemplateSection[],
  manner: Manner = {},
  interest?: Interest,
): string =>
  prompt.text({
    bullets, topics, first, last,
    people: people.map((name) => JSON.stringify(name)).join(', ') || 'nobody',
    sections: sectionsText(wanted),
    ...mannerText(manner),
  }) + (interest?.instruction ?? '')

const TONES = { plain: '', formal: ' Write formally.', friendly: ' Write in a friendly, informal tone.' } as const

/** Names of languages are no person's words: a tag is checked and turned into its English name. */
const mannerText = ({ language, tone = 'plain' }: Manner): { language: string; tone: string } => ({
  language: language === undefined ? 'in the language of the transcript' : `in ${languageName(language)}, whatever the language of the transcript`,
  tone: TONES[tone],
})

function languageName(tag: string): string {
  const name = new Intl.DisplayNames(['en'], { type: 'language' }).of(tag)
  return name === undefined || name === tag ? `the language "${tag}"` : name
}

/** What a template asks for beside the rest; nothing for the general one. A custom one's words stand here, among the instructions. */
function sectionsText(wanted: readonly TemplateSection[]): string {
  if (wanted.length === 0) return ''
  const keys = sectionKeys(wanted.length)
  const each = wanted.map(({ heading, ask }, at) => `"${keys[at] ?? ''}" (${onOneLine(heading)}): ${onOneLine(ask)}.`)
  return `\n"sections": an object with these keys, each a list of objects {"text", "lines"}, [] where nothing was said of it:\n${each.join('\n')}`
}

/** Notes of one chunk. @throws as `ask` */
export async function takeNotes(
  talk: Talk,
  prompt: Prompt,
  { chunk, people, sizes, wanted, manner, interest }: {
    chunk: Chunk
    people: readonly string[]
    sizes: Sizes
    wanted: readonly TemplateSection[]
    manner?: Manner | undefined
    interest: Interest
  },
  onProgress: (done: number) => void,
): Promise<Notes> {
  const frame = { ...rangeOf(chunk.lines), people, ...sizes, sections: wanted.length }
  const answer = await ask(talk, {
    instructions: notesInstructions(prompt, frame, wanted, manner, interest),
    lines: chunk.lines.map(printLine),
    ...(interest.after !== undefined && { after: interest.after }),
    format: notesFormat(frame),
    schema: notesAnswerSchema,
    objection: (given) => objectionTo(given, frame),
    onProgress,
  })
  const idsOf = lookUp(chunk.lines)
  const notes = {
    title: answer.title,
    overview: items(answer.overview, idsOf).slice(0, sizes.bullets),
    topics: items(answer.topics.map(({ title, lines }) => ({ text: title, lines })), idsOf),
    decisions: items(answer.decisions, idsOf),
    actions: items(answer.actions, idsOf),
    questions: items(answer.questions, idsOf),
    sections: sectionKeys(wanted.length).map((key) => items(answer.sections?.[key] ?? [], idsOf)),
  }
  if (notes.overview.length === 0) throw new Failure('MODEL_OUTPUT_INVALID', { reason: 'schema' })
  return notes
}

/** Line numbers to segment ids, in order, each once; numbers that do not exist give none. */
export function lookUp(lines: readonly PromptLine[]): (numbers: readonly number[]) => SegmentId[] {
  const byNumber = new Map(lines.map(({ number, ids }) => [number, ids]))
  return (numbers) => [...new Set(numbers.toSorted((a, b) => a - b).flatMap((number) => byNumber.get(number) ?? []))]
}

/** Items without a line that exists are left out: there is nothing to show for them. */
export function items<Given extends { readonly text: string; readonly lines: readonly number[] }>(
  given: readonly Given[],
  idsOf: (lines: readonly number[]) => SegmentId[],
): (Omit<Given, 'lines'> & { ids: SegmentId[] })[] {
  return given.map(({ lines, ...item }) => ({ ...item, ids: idsOf(lines) })).filter(({ ids }) => ids.length > 0)
}

export function rangeOf(lines: readonly PromptLine[]): { first: number; last: number } {
  return { first: lines[0]?.number ?? 1, last: lines.at(-1)?.number ?? 1 }
}

function objectionTo(answer: NotesAnswer, frame: AnswerFrame): string | null {
  const all = [
    ...answer.overview, ...answer.topics, ...answer.decisions, ...answer.actions, ...answer.questions, ...Object.values(answer.sections ?? {}).flat(),
  ]
  const keys = sectionKeys(frame.sections)
  if (keys.some((key) => answer.sections?.[key] === undefined)) return '"sections" lacks one of its keys.'
  const stray = strayLines(all, frame)
  if (stray !== null) return stray
  return answer.actions.every(({ owner }) => owner === null || frame.people.includes(owner)) ? null : 'an owner is not one of the people listed.'
}

export const strayLines = (all: readonly { readonly lines: readonly number[] }[], { first, last }: { first: number; last: number }): string | null =>
  all.every(({ lines }) => lines.some((line) => line >= first && line <= last)) ? null : `"lines" must be numbers from ${first} to ${last}.`
