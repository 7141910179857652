import { uptime } from 'node:os'

/** More than the computer's own clock of uptime is off by. */
const SLEPT_MS = 2_500

/**
 * Milliseconds that never jump when somebody sets the clock, and that go on while the computer sleeps, which Node's own do not
 * everywhere: what they are behind the computer's uptime is added once it is more than its second of precision.
 * @param clocks of the system, milliseconds; tests hold them still
 */
export function createElapsed(clocks = { running: () => performance.now(), up: () => uptime() * 1000 }): () => number {
  let asleep = 0
  const behind = (): number => clocks.up() - clocks.running() - asleep
  const atFirst = behind()
  return () => {
    const more = behind() - atFirst
    if (more > SLEPT_MS) asleep += more
    return clocks.running() + asleep
  }
}
