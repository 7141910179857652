import { many } from './amounts.ts'

/** The words of asking. */
export const ask = {
  label: 'Ask your notes',
  labelOne: 'Ask this note',
  placeholder: 'Ask your notes: what was said, decided, promised?',
  placeholderOne: 'Ask this note: what was said, decided, promised?',
  ask: 'Ask',
  cancel: 'Cancel',
  clear: 'Clear the answer',
  answer: 'Answer',
  stage: { finding: 'Looking for notes', reading: 'Reading', writing: 'Writing' },
  by: {
    embedded: 'Sentences from your notes, chosen by the built-in engine. Open the place before you rely on one.',
    ollama: (model: string): string => `Written by ${model} on this computer from what was said. Open the place before you rely on it.`,
  },
  fallback: 'Ollama could not answer. These are sentences from your notes instead.',
  none: 'Not in your notes',
  noneMeaning: (notes: number): string =>
    notes === 0 ? 'No note has words of your question. Other words may find more.' : `${many(notes, 'note was', 'notes were')} read for it. Other words may find more.`,
  noneOne: 'This note does not say. Other words may find more.',
  namesHidden: 'Names are hidden, so people are not found by name.',
  showNames: 'Show names',
  cancelled: 'Cancelled. Nothing was stored.',
  open: (place: string): string => `Open ${place}`,
  place: (title: string, at: string): string => `${title}, ${at}`,
  line: (line: number): string => `line ${line}`,
  untitled: 'Untitled meeting',
  spoken: (count: number): string => (count === 0 ? 'Not in your notes.' : count === 1 ? 'Answered with one sentence.' : `Answered with ${count} sentences.`),
} as const
