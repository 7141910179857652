/** What a page still has to say to the app before it is locked: words that were typed a moment ago. */
const pending = new Set<() => Promise<unknown>>()

/** @returns takes it off again */
export function beforeLocking(work: () => Promise<unknown>): () => void {
  pending.add(work)
  return () => pending.delete(work)
}

/** Does it all; what fails must not keep anybody from locking. */
export const settlePending = async (): Promise<void> => void (await Promise.allSettled([...pending].map((work) => work())))
