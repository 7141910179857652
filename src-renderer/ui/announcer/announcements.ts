export type Urgency = 'polite' | 'assertive'

interface Spoken {
  /** How often all was forgotten. */
  readonly forgotten: number
  readonly polite: string
  readonly assertive: string
}

/** The same sentence within this time is said once: a list that fires the same event per row would chatter. */
const REPEAT_MS = 1_000

let spoken: Spoken = { forgotten: 0, polite: '', assertive: '' }
let last = { text: '', at: Number.NEGATIVE_INFINITY }
const listeners = new Set<() => void>()

/**
 * Says a sentence through the app's one status region, or through its one alert region when the person must act now.
 * A sentence said again later is said again: the region's text then differs by a no-break space, which is not read.
 */
export function announce(text: string, urgency: Urgency = 'polite'): void {
  const now = performance.now()
  if (text === last.text && now - last.at < REPEAT_MS) return
  last = { text, at: now }
  spoken = { ...spoken, [urgency]: spoken[urgency] === text ? `${text}\u00A0` : text }
  for (const listener of listeners) listener()
}

/** Forgets what was said: on lock, no word of a note may stay in the page. */
export function silence(): void {
  spoken = { forgotten: spoken.forgotten + 1, polite: '', assertive: '' }
  last = { text: '', at: Number.NEGATIVE_INFINITY }
  for (const listener of listeners) listener()
}

export const announcements = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  current: (): Spoken => spoken,
}
