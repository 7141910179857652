export interface Interrupt {
  /** The work's outcome, or the interruption as soon as there is one. */
  orInterrupted<T>(work: Promise<T>): Promise<T>
  /** Ends all waiting with `reason`, now and later. The first one counts. */
  interrupt(reason: Error): void
}

/**
 * One thing that may end many waits. `Promise.race` with a promise that lives as long as the job keeps every value that ever
 * won against it: all windows of a four-hour recording, half a gigabyte.
 */
export function createInterrupt(): Interrupt {
  const waiting = new Set<(reason: Error) => void>()
  let interruption: Error | null = null
  return {
    async orInterrupted(work) {
      const { promise, reject } = Promise.withResolvers<never>()
      if (interruption === null) waiting.add(reject)
      else reject(interruption)
      try {
        return await Promise.race([work, promise])
      } finally {
        waiting.delete(reject)
      }
    },
    interrupt(reason) {
      interruption ??= reason
      for (const reject of waiting) reject(interruption)
    },
  }
}
