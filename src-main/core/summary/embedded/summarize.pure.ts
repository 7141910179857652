import { redactedTextSchema } from '../../../../src-shared/domain/text.ts'
import type { Action, Bullet, Summary } from '../../../../src-shared/domain/summary.ts'
import type { SummaryInput } from '../engine.ts'
import { checkEvidence } from '../evidence/check.pure.ts'
import { wordsIn } from '../evidence/words.pure.ts'
import { actions } from './actions.pure.ts'
import { decisions } from './decisions.pure.ts'
import { readMeeting } from './meeting.pure.ts'
import { overview, overviewCandidates } from './overview.pure.ts'
import { lexiconOf } from './lexicon.pure.ts'
import { titleOf, topics } from './topics.pure.ts'
import { vectorsOf } from './vectors.pure.ts'
import { templateSections } from './sections.pure.ts'
import { isCourtesy, isSound } from './readable.pure.ts'
import { questions } from './questions.pure.ts'
import { Features, type Reason, type Weights } from './scoring.pure.ts'
import { smallTalk } from './small-talk.pure.ts'
import { INTEREST_WEIGHT, steer, YOUR_NOTES } from './steering.pure.ts'

/** One set of weights a task; a set that lacks a feature ignores it. */
export interface EngineWeights {
  readonly overview: Weights
  readonly actions: Weights
  readonly decisions: Weights
  readonly questions: Weights
  /** Function words: how much oftener in notes than in talk. */
  readonly register: Weights
}

/** Length of the overview, in words, and as a share of what was said where that is less. */
const BUDGET = { short: 100, usual: 200, long: 350 } as const
const SHORT_SHARE = 0.4

/**
 * Notes of a transcript by counting and cues alone: the same input gives the same bytes, in time linear in its words.
 * English cues; other languages get the overview, topics and title by what their words share.
 */
export function summarizeEmbedded(input: SummaryInput, weights: EngineWeights): Omit<Summary, 'run'> {
  const { people, lines, bare } = readMeeting(input)
  const vectors = vectorsOf(lines.map(({ stems }) => stems))
  const ids = (segments: readonly number[]) => segments.flatMap((at) => input.segments[at]?.id ?? [])
  const bullet = (item: { text: string; segments: readonly number[]; reasons: readonly Reason[] }): Bullet => ({
    text: redactedTextSchema.parse(item.text), evidence: ids(item.segments), reasons: [...item.reasons],
  })
  // The same check as for a model's lines: nobody's notes are believed unread, least of all our own.
  const checked = <Item extends Bullet>(item: Item): Item => (checkEvidence(item, input.segments).supported ? item : { ...item, unsupported: true })
  const chat = smallTalk(lines)
  const lexicon = lexiconOf(lines, new Set(people.names.flatMap((name) => wordsIn(name).map(({ key }) => key))), chat)
  const stretches = topics(lines, vectors, lexicon)
  const ranked = overviewCandidates(lines, vectors, weights.register)
  const { expansions, interest } = steer(lines, input.own ?? [], (segment) => input.segments[segment]?.startMs ?? null)
  const steered = expansions.length === 0
    ? { ranked, overview: weights.overview, actions: weights.actions }
    : {
        ranked: ranked.map((candidate) => {
          const features = new Features()
          features.setAll(candidate.features)
          features.set(YOUR_NOTES, interest(candidate.line.index))
          return { ...candidate, features }
        }),
        overview: { ...weights.overview, [YOUR_NOTES]: INTEREST_WEIGHT.overview },
        actions: { ...weights.actions, [YOUR_NOTES]: INTEREST_WEIGHT.actions },
      }
  const decided = decisions(lines, ranked, weights.decisions, bare).filter(isFit).map(worded)
  const tasks = actions(lines, { date: input.date, weights: steered.actions, interest, bare }).filter(isFit).map(worded)
  const asked = questions(lines, weights.questions, new Set(decided.filter(({ possible }) => !possible).map(({ line }) => line)))
  const spoken = lines.reduce((sum, { words }) => sum + words.length, 0)
  const elsewhere = new Set([...decided.filter(({ possible }) => !possible), ...tasks.filter(({ possible }) => !possible), ...asked].map(({ line }) => line))

  const budget = Math.min(BUDGET[input.template?.manner?.length ?? 'usual'], Math.ceil(SHORT_SHARE * spoken))

  return {
    title: redactedTextSchema.parse(titleOf(lines, lexicon)),
    overview: overview(lines, { vectors, ranked: steered.ranked }, steered.overview, { budget, elsewhere, chat })
      .map(({ line, text, reasons }) => checked(bullet({ text, segments: line.segments, reasons }))),
    topics: stretches.map(({ from, to, title }) => ({
      title: redactedTextSchema.parse(title), evidence: boundsOf(lines[from]?.segments[0], lines[to]?.segments.at(-1), ids),
    })),
    decisions: decided.map(({ possible, ...found }) => checked({ ...bullet(found), ...(possible ? { possible } : {}) })),
    actions: tasks.flatMap(({ owners, due, possible, ...found }) =>
      // Work of two people is on the list of each.
      (owners.length === 0 ? [null] : owners).map((owner): Action => {
        const name = owner === null ? undefined : people.names[owner]
        return checked({
          ...bullet(found),
          ...(name === undefined ? {} : { owner: redactedTextSchema.parse(name) }),
          ...(due === null ? {} : { due: due.date, duePhrase: redactedTextSchema.parse(due.phrase) }),
          ...(possible ? { possible } : {}),
        })
      })),
    ...(input.template === undefined || input.template.name === 'general'
      ? {}
      : {
          sections: templateSections(lines, ranked, input.template, chat)
            .map(({ heading, lines: said }) => ({ heading, lines: said.map((found) => checked(bullet(found))) })),
        }),
    questions: asked.map((found) => checked(bullet(found))),
    ...(expansions.length === 0
      ? {}
      : { own: expansions.map(({ own: { id, atMs, text }, lines: said }) => ({ line: id, atMs, text, lines: said.map((found) => checked(bullet(found))) })) }),
  }
}

/** Nobody's thanks are work, and no decision. */
const isFit = ({ text }: { readonly text: string }): boolean => !isCourtesy(text)
/** What reads like talk stands among the possible ones. */
const worded = <Item extends { readonly text: string; readonly possible: boolean }>(item: Item): Item =>
  isSound(item.text) ? item : { ...item, possible: true }

function boundsOf<Id>(first: number | undefined, last: number | undefined, ids: (segments: readonly number[]) => Id[]): Id[] {
  return ids([...new Set([first, last].filter((at) => at !== undefined))])
}
