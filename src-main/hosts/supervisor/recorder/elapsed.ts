import { uptime } from 'node:os'

/** More than the computer's own clock of uptime is off by. */
const SLEPT_MS = 2_500

/** Time gone by, milliseconds. */
export interface Elapsed {
  /** Never jumps when somebody sets the clock, and goes on while the computer sleeps. */
  now(): number
  /** What of it the computer is known to have slept: its uptime went on, and its running clock did not. Being busy is no proof. */
  asleep(): number
}

/**
 * Node's own clock does not count sleep everywhere: what it is behind the computer's uptime is added once it is more than that one's second
 * of precision.
 * @param clocks of the system, milliseconds; tests hold them still
 */
export function createElapsed(clocks = { running: () => performance.now(), up: () => uptime() * 1000 }): Elapsed {
  let asleep = 0
  const behind = (): number => clocks.up() - clocks.running() - asleep
  const atFirst = behind()
  const look = (): number => {
    const more = behind() - atFirst
    if (more > SLEPT_MS) asleep += more
    return asleep
  }
  return { now: () => look() + clocks.running(), asleep: look }
}
