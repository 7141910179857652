import { create } from 'zustand'

const ASK = ['remind', 'require'] as const
export type Ask = (typeof ASK)[number]
const SIDES = ['both', 'mine'] as const
export type Sides = (typeof SIDES)[number]
const HEARING = ['live', 'after'] as const
export type Hearing = (typeof HEARING)[number]

interface Choices {
  /** Whether agreement is a reminder, or must be given before anything is recorded. */
  readonly ask: Ask
  readonly sides: Sides
  readonly hearing: Hearing
}

interface Preferences extends Choices {
  choose(to: Partial<Choices>): void
}

const KEY = 'sotto.recording'

/** How one records, until it is chosen otherwise: fixed words in the browser's storage, kept as the look of the window is. */
export const useRecordingPreferences = create<Preferences>((set, get) => ({
  ...kept(),
  choose(to) {
    set(to)
    keep(get())
  },
}))

function kept(): Choices {
  const words = (stored() ?? '').split(' ')
  const chosen = <Word extends string>(of: readonly [Word, ...Word[]]): Word => of.find((word) => words.includes(word)) ?? of[0]
  return { ask: chosen(ASK), sides: chosen(SIDES), hearing: chosen(HEARING) }
}

/** A browser may refuse its storage altogether; then every window begins with the first of each. */
function stored(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

function keep({ ask, sides, hearing }: Choices): void {
  try {
    localStorage.setItem(KEY, `${ask} ${sides} ${hearing}`)
  } catch {
    // It stays as chosen until the window is closed.
  }
}
