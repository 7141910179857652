import { describe, expect, it } from 'vitest'
import { TURN_MS, Watch } from '../../../src-renderer/capture/watch.pure.ts'
import type { RecordedSide } from '../../../src-shared/domain/recorder.ts'

const SECOND = 1_000 / TURN_MS

/** So many seconds in which the sides send. @returns in which of them the microphone was found to have stopped */
function pass(watch: Watch, seconds: number, ...sending: RecordedSide[]): number[] {
  return Array.from({ length: seconds * SECOND }, (_, turn) => {
    for (const side of sending) for (let piece = 0; piece < TURN_MS / 10; piece++) watch.heard(side)
    return watch.turn() ? Math.floor(turn / SECOND) : null
  }).filter((second) => second !== null)
}

function begun(...sides: RecordedSide[]): Watch {
  const watch = new Watch()
  for (const side of sides) watch.begin(side)
  return watch
}

describe('a microphone', () => {
  it('has stopped where the other side goes on without it, which is said once, and is back with its next piece', () => {
    const watch = begun('me', 'others')
    expect(pass(watch, 20, 'me', 'others')).toEqual([])
    expect(pass(watch, 60, 'others')).toEqual([2])
    expect(watch.heard('me')).toBe(true)
    expect(watch.heard('me')).toBe(false)
    expect(pass(watch, 60, 'others')).toEqual([2])
  })

  it('has not stopped where nothing else tells, nor before it was heard: a device that opens may take long', () => {
    const alone = begun('me')
    pass(alone, 1, 'me')
    expect(pass(alone, 60)).toEqual([])
    expect(pass(begun('me', 'others'), 60, 'others')).toEqual([])
  })

  it('has not stopped while nothing has a turn, nor when somebody ended it', () => {
    const watch = begun('me', 'others')
    pass(watch, 1, 'me', 'others')
    // Nothing comes, and then all at once: ten seconds in one turn.
    expect(watch.turn()).toBe(false)
    for (let piece = 0; piece < 1_000; piece++) watch.heard('others')
    for (let piece = 0; piece < 1_000; piece++) watch.heard('me')
    expect(watch.turn()).toBe(false)
    watch.end('me')
    expect(pass(watch, 60, 'others')).toEqual([])
  })
})
