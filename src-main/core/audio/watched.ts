const WINDOW = 64 * 1024
/** A loop found so far goes round over one or two places. */
const PLACES = 64
const MOST_REPEATS = 2000

/**
 * Reads for a demuxer, from a window of the file kept here, and stops one that asks for the same few places over and over:
 * mediabunny 1.61 looks for ever for a way on in a damaged Matroska segment (its `resync`), at one place or at two in turn.
 */
export function watched(at: (offset: number, length: number) => Promise<Uint8Array>): (start: number, end: number) => Promise<Uint8Array> {
  let from = 0
  let held: Uint8Array = new Uint8Array(0)
  const latest = new Set<string>()
  let repeats = 0
  return async (start, end) => {
    const place = `${start} ${end}`
    repeats = latest.has(place) ? repeats + 1 : 0
    latest.add(place)
    const [oldest] = latest
    if (latest.size > PLACES && oldest !== undefined) latest.delete(oldest)
    if (repeats > MOST_REPEATS) throw new Error('the demuxer does not get on')
    if (start < from || end > from + held.length) {
      from = start
      held = await at(start, Math.max(WINDOW, end - start))
    }
    // A copy: what is handed out must not change when the window moves on.
    return held.slice(start - from, end - from)
  }
}
