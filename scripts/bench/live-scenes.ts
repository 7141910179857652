import { recordingOf } from './live-sound.ts'

const RATE = 16_000
/** Around an utterance, so that no consonant is cut; and between two. */
const EDGE = 1_600
const BETWEEN = 6_400

export interface Said {
  /** Seconds. */
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Two sides of one length, and what is said on each. */
export interface Scene {
  readonly name: string
  readonly near: Int16Array
  readonly far: Int16Array
  readonly saidNear: readonly Said[]
  readonly saidFar: readonly Said[]
}

/** Two test meetings as the two sides of one: both talking all the time, and each waiting for the other. */
export function scenes(): Scene[] {
  const [near, far] = [recordingOf('meeting-planning'), recordingOf('meeting-launch')]
  const farSide = new Int16Array(near.samples.length)
  farSide.set(far.samples.subarray(0, near.samples.length))
  const together = { near: near.samples, far: farSide, saidNear: near.reference.utterances, saidFar: far.reference.utterances }
  return [{ name: 'both at once', ...together }, inTurns(near, far)]
}

type Recording = ReturnType<typeof recordingOf>

function inTurns(...recordings: readonly [Recording, Recording]): Scene {
  const pieces: { side: number; at: number; samples: Int16Array }[] = []
  const said: [Said[], Said[]] = [[], []]
  let at = RATE
  const turns = Math.max(...recordings.map(({ reference }) => reference.utterances.length))
  for (let turn = 0; turn < turns; turn++) {
    recordings.forEach(({ samples, reference }, side) => {
      const utterance = reference.utterances[turn]
      if (utterance === undefined) return
      const piece = samples.subarray(Math.max(0, Math.round(utterance.start * RATE) - EDGE), Math.round(utterance.end * RATE) + EDGE)
      pieces.push({ side, at, samples: piece })
      said[side === 0 ? 0 : 1].push({ start: at / RATE, end: (at + piece.length) / RATE, text: utterance.text })
      at += piece.length + BETWEEN
    })
  }
  const [near, far] = [new Int16Array(at + RATE), new Int16Array(at + RATE)]
  for (const { side, at: from, samples } of pieces) (side === 0 ? near : far).set(samples, from)
  return { name: 'in turns', near, far, saidNear: said[0], saidFar: said[1] }
}
