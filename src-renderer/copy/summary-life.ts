import type { JudgedSection } from '../../src-shared/domain/verdict.ts'
import { many } from './amounts.ts'

const SECTIONS = {
  overview: 'Overview',
  decisions: 'Decisions',
  actions: 'Action items',
  questions: 'Open questions',
  topics: 'Topics',
} as const

/** The words about what becomes of a summary: a person's word on its lines, its versions, and what is learnt from both. */
export const summaryLife = {
  line: {
    menu: 'Your word on this line',
    accept: 'Keep it, in later summaries too',
    edit: 'Change its words…',
    editNamesFirst: 'Show names to change words',
    reject: 'Reject it, here and in later ones',
    takeBack: 'Take your word back',
    accepted: 'Kept by you',
    edited: 'Your words',
    words: 'Words of this line',
    saved: { accepted: 'Kept.', edited: 'Saved.', rejected: 'Rejected. It can be brought back below.', none: 'Taken back.' },
  },
  explained:
    'What you keep, change and reject holds for later summaries. It stays on this computer; under Models, the built-in engine can learn from it.',
  rejected: (n: number): string => many(n, 'line you rejected', 'lines you rejected'),
  bringBack: 'Bring back',
  again: (section: string): string => `Make “${section}” again`,
  sections: SECTIONS,
  sectionOf: (section: JudgedSection): string => SECTIONS[section],
  withheld: (n: number): string =>
    `${many(n, 'line speaks', 'lines speak')} to a machine instead of to people. From there on, no engine was given the words:`,
  manner: {
    length: 'Length',
    lengths: { short: 'Short', usual: 'Usual', long: 'Long' },
    tone: 'Tone',
    tones: { plain: 'Plain', formal: 'Formal', friendly: 'Friendly' },
    language: 'Language of the notes',
    languageMeaning:
      'A tag such as de or pt-BR; empty for the language of the meeting. In another language, lines can be held against numbers and hidden names alone.',
    noLanguage: 'Write a language tag such as de or pt-BR.',
  },
  loading: 'The model is being loaded and reads the meeting',
  uncounted: 'This server does not say how much of the meeting it read. By our own count it had room for all of it.',
  compare: {
    menu: 'Compare summaries…',
    onlyOne: 'There is only one summary so far. Make another to compare them.',
    title: 'Compare summaries',
    loading: 'Reading the summaries',
    older: 'Before',
    newer: 'After',
    version: (n: number, maker: string, when: string): string => `${n}. ${maker}, ${when}`,
    builtIn: 'built-in engine',
    same: 'The same lines.',
    change: { new: 'New', gone: 'Gone', reworded: 'Reworded' },
    was: 'before:',
    close: 'Close',
  },
  learning: {
    title: 'Learns from your words on lines',
    shipped: 'It weighs action items as it came with the app.',
    own: 'It weighs action items by what you kept and rejected.',
    meaning: 'Only when you ask, on this computer alone, and from at least 20 action items you kept or rejected.',
    refit: 'Learn now',
    reset: 'As it came',
    outcome: {
      'too-few': (labels: number): string => `Too few to learn from: ${labels} of at least 20, with four of each kind. Nothing was changed.`,
      'no-better': 'Other weights would agree with you no better. Nothing was changed.',
      refitted: (before: number, after: number, of: number): string =>
        `Of ${of} lines it would have judged ${before} as you did, and now judges ${after}. It holds for notes made from now on.`,
    },
    changes: 'What changed',
    wasReset: 'It weighs action items as it came with the app again.',
  },
}
