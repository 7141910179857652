/**
 * Work that reports, as something to iterate over: the newest report each time the reader comes back, then the work's
 * end or its failure. A reader who leaves aborts the work and waits for its end.
 */
export async function* progressOf<T>(work: (report: (value: T) => void, signal: AbortSignal) => Promise<unknown>, outer?: AbortSignal): AsyncGenerator<T> {
  const stop = new AbortController()
  const signal = outer === undefined ? stop.signal : AbortSignal.any([outer, stop.signal])
  const newest: T[] = []
  let wake: () => void = () => undefined
  let ended = false
  const done = work((value) => {
    newest.splice(0, newest.length, value)
    wake()
  }, signal).finally(() => {
    ended = true
    wake()
  })
  done.catch(() => undefined) // heard below; a reader who has left by then does not hear it at all
  try {
    while (!ended || newest.length > 0) {
      const [value] = newest.splice(0)
      if (value !== undefined) yield value
      else await new Promise<void>((resolve) => { wake = resolve })
    }
    await done
  } finally {
    stop.abort()
    await done.catch(() => undefined)
  }
}
