const WINDOW = 64 * 1024
const MOST_REPEATS = 2000

/**
 * Reads for a demuxer, from a window of the file kept here, and stops one that asks for the same bytes over and over: mediabunny
 * 1.61 looks for ever at the last eight bytes of a Matroska segment in which it found no way on (its `resync`).
 */
export function watched(at: (offset: number, length: number) => Promise<Uint8Array>): (start: number, end: number) => Promise<Uint8Array> {
  let from = 0
  let held: Uint8Array = new Uint8Array(0)
  let last = ''
  let repeats = 0
  return async (start, end) => {
    const place = `${start} ${end}`
    repeats = place === last ? repeats + 1 : 0
    last = place
    if (repeats > MOST_REPEATS) throw new Error('the demuxer does not get on')
    if (start < from || end > from + held.length) {
      from = start
      held = await at(start, Math.max(WINDOW, end - start))
    }
    // A copy: what is handed out must not change when the window moves on.
    return held.slice(start - from, end - from)
  }
}
