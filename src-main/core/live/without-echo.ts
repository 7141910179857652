import { audibleIn, EchoCanceller } from './echo-canceller.ts'

/** The room is learnt beforehand, by so many blocks of the far side: ten seconds. */
const STUDIED_BLOCKS = 625
/** Of the first minute at most. */
const LONGEST_STUDY = 60 * 16_000

/**
 * The microphone's side (channel 0) of a recording without the far side's echo; its blocks are not those that came in. The room is learnt
 * from the beginning before any of it is cleaned.
 */
export async function* withoutEcho(blocks: AsyncIterable<readonly Int16Array[]>): AsyncGenerator<Int16Array> {
  const canceller = new EchoCanceller()
  const first: [Int16Array, Int16Array][] = []
  let [audible, length, isKnown] = [0, 0, false]
  const begun = async function* (): AsyncGenerator<Int16Array> {
    isKnown = true
    await canceller.study(concat(first.map(([mic]) => mic)), concat(first.map(([, far]) => far)))
    for (const [mic, far] of first) yield await canceller.push(mic, far)
    first.length = 0
  }
  for await (const [mic, far] of blocks) {
    if (mic === undefined || far === undefined) continue
    if (isKnown) yield await canceller.push(mic, far)
    else {
      first.push([mic, far])
      length += far.length
      audible += audibleIn(far)
      if (audible >= STUDIED_BLOCKS || length >= LONGEST_STUDY) yield* begun()
    }
  }
  if (!isKnown) yield* begun()
  yield await canceller.flush()
}

function concat(parts: readonly Int16Array[]): Int16Array {
  const all = new Int16Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
