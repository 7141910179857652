import { contentStems, isStopWord, stemOf, wordsIn } from '../evidence/words.pure.ts'

/** What kind of thing an answer has to hold. */
export type Wanted = 'person' | 'time' | 'number' | 'reason' | null
/** A part of the notes that a question is for, where it says so. */
export type Part = 'decisions' | 'actions' | 'questions' | null

/** A question as the built-in engine reads it. */
export interface Asked {
  /** What it is about: stems of its content words, each once, in order. */
  readonly stems: readonly string[]
  readonly wanted: Wanted
  readonly part: Part
}

/** Words that make a question and say nothing of what it is about. */
const ASKING = new Set(
  (
    'who whom whose what when where why how which tell explain describe summarize summarise talk discuss discussed discussion mention mentioned said meeting meetings '
    + 'note notes anybody somebody someone anyone people person happen happened ask asked answer find found please remind again today yesterday week last ever still '
    + 'decide decided decision decisions agree agreed agreement conclude concluded conclusion action actions item items task tasks todo todos plan planned exactly regarding '
    + 'concerning topic think thought thinks want wanted wants believe opinion reason reasons time date day much long often'
  ).split(' '),
)

const WANTED: readonly (readonly [RegExp, Exclude<Wanted, null>])[] = [
  [/\bwho(?:m|se)?\b|\bwhich (?:person|of us|colleague)\b/i, 'person'],
  [/\bwhen\b|\bwhat (?:time|day|date|month|year)\b|\bhow (?:long|soon|often)\b|\b(?:by|until) when\b|\bdeadline\b/i, 'time'],
  [/\bhow (?:many|much|old|big|large|high|far|expensive)\b|\b(?:price|cost|costs|budget|percent|percentage|number of|size of)\b/i, 'number'],
  [/\bwhy\b|\bwhat(?:'s| is| was) the reason\b|\bhow come\b/i, 'reason'],
]
const PARTS: readonly (readonly [RegExp, Exclude<Part, null>])[] = [
  [/\b(?:decid|decision|agreed?\b|conclu)/i, 'decisions'],
  [/\baction items?\b|\bto[- ]dos?\b|\btasks?\b|\b(?:has|have|is|are) to do\b|\bsupposed to\b|\bwho (?:will|is going to|should|has to)\b|\bwill .{1,40} do\b/i, 'actions'],
  [/\bopen questions?\b|\bunanswered\b|\bleft open\b/i, 'questions'],
]

/** Longest question anybody may ask, in characters. */
const MAX_QUESTION = 500

export function readQuestion(text: string): Asked {
  const question = text.normalize('NFC').slice(0, MAX_QUESTION)
  const about = wordsIn(question).filter(({ key }) => !isStopWord(key) && !ASKING.has(key.replace(/'s$/, '')))
  return {
    stems: [...new Set(about.flatMap(({ key }) => contentStems(/^\p{L}+(?:-\p{L}+)+$/u.test(key) ? key.replaceAll('-', ' ') : key)))],
    wanted: WANTED.find(([pattern]) => pattern.test(question))?.[1] ?? null,
    part: PARTS.find(([pattern]) => pattern.test(question))?.[1] ?? null,
  }
}

/** Words of a question that may be somebody's name, with the stem they are looked for by. */
export const nameable = (text: string): { word: string; stem: string }[] =>
  wordsIn(text.normalize('NFC').slice(0, MAX_QUESTION))
    .filter(({ key }) => !isStopWord(key) && !ASKING.has(key) && /^\p{L}/u.test(key))
    .map(({ key }) => ({ word: key.replace(/'s$/, ''), stem: stemOf(key.replace(/'s$/, '')) }))
