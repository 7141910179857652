import { setTimeout } from 'node:timers/promises'
import type { SoundProblem } from '../../../../src-shared/domain/recorder.ts'
import type { ByteWire } from '../../../../src-shared/wire/byte-stream.ts'
import { captureMessageSchema, decodeSound, type RecorderMessage, type SoundFrame } from '../../../../src-shared/wire/sound.ts'

/** A sound channel: whoever captures sound stands at its other end. */
export interface SoundWire extends ByteWire {
  /** Reads no further until `resume`, so that the sender has to wait. What was read already still comes. */
  pause(): void
  resume(): void
}

export interface SoundLine {
  say(message: RecorderMessage): void
  /** Says that it is over, and takes what was captured until then. */
  finish(): Promise<void>
  /** Says that it is over, and closes. */
  end(): void
}

interface Listener {
  /** How many channels a frame has now; null: nobody wants any. */
  channels(): 1 | 2 | null
  /** Called in order, without waiting; the channel is read on as long as not many are under way. */
  onSound(frame: SoundFrame): Promise<void>
  onProblem(problem: SoundProblem | null): void
  /** The other end has gone, or broke the rules. */
  onClose(): void
}

/** Frames that may wait in this process before the channel is no longer read. */
const BACKLOG_FRAMES = 16

/** Whoever has more to hand over after the end was wanted brings some of it in so many turns, and all in so many. */
const TURN_MS = 200
const QUIET_TURNS = 25
const MOST_TURNS = 150

/** Reads one sound channel. What breaks its rules is hung up on. */
export function openSoundLine(wire: SoundWire, { channels, onSound, onProblem, onClose }: Listener): SoundLine {
  let waiting = 0
  let came = 0
  let isOver = false
  const take = (frame: SoundFrame): void => {
    came++
    if (++waiting === BACKLOG_FRAMES) wire.pause()
    const taken = (): void => {
      if (waiting-- === BACKLOG_FRAMES) wire.resume()
    }
    onSound(frame).then(taken, taken)
  }
  wire.onMessage((message) => {
    if (isOver) return
    if (typeof message === 'string') {
      const problem = problemIn(message)
      if (problem === undefined) wire.close()
      else onProblem(problem)
      return
    }
    const wanted = channels()
    if (wanted === null) return
    const frame = decodeSound(message, wanted)
    if (frame === null) wire.close()
    else take(frame)
  })
  wire.onClose(() => {
    isOver = true
    onClose()
  })
  const say = (message: RecorderMessage): void => {
    if (!isOver) wire.send(JSON.stringify(message))
  }
  return {
    say,
    async finish() {
      say({ end: true })
      // In turns, not by a clock: a process that had none for seconds finds the clock run out before it reads what has come.
      for (let turn = 0, quiet = 0; !isOver && quiet < QUIET_TURNS && turn < MOST_TURNS; turn++) {
        const before = came
        await setTimeout(turn === 0 ? 0 : TURN_MS)
        quiet = came === before ? quiet + 1 : 0
      }
      if (isOver) return
      isOver = true
      wire.close()
    },
    end() {
      say({ end: true })
      isOver = true
      wire.close()
    },
  }
}

/** @returns undefined for what is no message */
function problemIn(text: string): SoundProblem | null | undefined {
  try {
    return captureMessageSchema.parse(JSON.parse(text)).problem
  } catch {
    return undefined
  }
}
