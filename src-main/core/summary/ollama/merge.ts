import type { Manner } from '../../../../src-shared/domain/template.ts'
import { Failure } from '../../../../src-shared/errors/failure.ts'
import { mergeAnswerSchema, mergeFormat } from './answer.ts'
import { ask, type Talk } from './ask.ts'
import type { Interest } from './interest.ts'
import { onOneLine, type PromptLine } from './lines.pure.ts'
import { items, lookUp, rangeOf, sizesFor, strayLines, type Item, type Notes, type Sizes } from './map.ts'
import { pack, type Room } from './plan.pure.ts'
import type { Prompt } from './prompts.ts'

export const mergeInstructions = (prompt: Prompt, frame: { first: number; last: number } & Sizes, interest?: Interest): string =>
  prompt.text({ ...frame }) + (interest?.instruction ?? '')

/**
 * One set of notes out of those of a meeting's parts. Decisions, actions and questions are carried through as they are, with
 * their ids; only title, overview and topics are written anew, from the parts' overviews. As often as these do not fit one
 * call, they are first merged in groups.
 * @throws as `ask`; Failure CONTEXT_TOO_SMALL when grouping does not make them fewer
 */
export async function mergeNotes(
  talk: Talk,
  prompt: Prompt,
  { parts, room, length, interest }: { parts: readonly Notes[]; room: Room; length?: Manner['length']; interest: Interest },
  onCall: (calls: { done: number; of: number }) => void,
): Promise<Notes> {
  let level = parts.flatMap(({ overview }) => overview)
  let done = 0
  for (;;) {
    const groups = pack(asLines(level), room.text, () => () => 0)
    const last = groups.length === 1
    const merged: Pick<Notes, 'title' | 'overview' | 'topics'>[] = []
    for (const { lines, overlap } of groups) {
      onCall({ done, of: done + groups.length - merged.length + (last ? 0 : 1) })
      merged.push(await mergeOnce(talk, prompt, lines.slice(overlap), sizesFor(last ? 'whole' : 'part', room.numCtx, length), interest))
      done += 1
    }
    const [only] = merged
    if (last && only !== undefined) {
      const [decisions, actions, questions] = [joined(parts, 'decisions'), joined(parts, 'actions'), joined(parts, 'questions')]
      return { ...only, decisions, actions, questions, sections: joinedSections(parts) }
    }
    const next = merged.flatMap(({ overview }) => overview)
    if (next.length >= level.length) throw new Failure('CONTEXT_TOO_SMALL', { neededTokens: room.numCtx * groups.length, availableTokens: room.numCtx })
    level = next
  }
}

async function mergeOnce(
  talk: Talk,
  prompt: Prompt,
  lines: readonly PromptLine[],
  sizes: Sizes,
  interest: Interest,
): Promise<Pick<Notes, 'title' | 'overview' | 'topics'>> {
  const frame = { ...rangeOf(lines), ...sizes }
  const answer = await ask(talk, {
    instructions: mergeInstructions(prompt, frame, interest),
    lines: lines.map(({ number, text }) => `[${number}] ${text}`),
    ...(interest.after !== undefined && { after: interest.after }),
    format: mergeFormat({ ...frame, people: [], sections: 0 }),
    schema: mergeAnswerSchema,
    objection: ({ overview, topics }) => strayLines([...overview, ...topics], frame),
    onProgress: () => undefined,
  })
  const idsOf = lookUp(lines)
  const overview = items(answer.overview, idsOf).slice(0, sizes.bullets)
  if (overview.length === 0) throw new Failure('MODEL_OUTPUT_INVALID', { reason: 'schema' })
  return { title: answer.title, overview, topics: items(answer.topics.map(({ title, lines: of }) => ({ text: title, lines: of })), idsOf) }
}

const asLines = (given: readonly Item[]): PromptLine[] => given.map(({ text, ids }, at) => ({ number: at + 1, speaker: null, text: onOneLine(text), ids }))

/** Two notes of the same thing share at least this part of their words. */
const SAME_WORDS = 0.6

/** Every part's items in order; what two neighbouring parts say about the lines they share stands once. */
function joined<Kind extends 'decisions' | 'actions' | 'questions'>(parts: readonly Notes[], kind: Kind): Notes[Kind][number][] {
  const all: Notes[Kind][number][] = []
  let before: readonly Notes[Kind][number][] = []
  for (const part of parts) {
    const own: readonly Notes[Kind][number][] = part[kind]
    all.push(...own.filter((item) => !before.some((earlier) => isSame(earlier, item))))
    before = own
  }
  return all
}

/** Each section through all parts, as `joined`. */
function joinedSections(parts: readonly Notes[]): Item[][] {
  return (parts[0]?.sections ?? []).map((_, section) => joined(parts.map((part) => ({ ...part, questions: part.sections[section] ?? [] })), 'questions'))
}

function isSame(a: Item, b: Item): boolean {
  if (!a.ids.some((id) => b.ids.includes(id))) return false
  const [first, second] = [wordsOf(a.text), wordsOf(b.text)]
  const shared = [...first].filter((word) => second.has(word)).length
  return shared >= SAME_WORDS * Math.min(first.size, second.size)
}

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}_]+/gu))
