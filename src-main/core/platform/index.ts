import { randomBytes } from 'node:crypto'
import { monotonicFactory } from 'ulid'

export { withoutCoreDumps } from './core-dumps.ts'
export { dataDirOf } from './data-dir.ts'
export { ollamaHostOf } from './ollama-host.ts'

/** What a rule may not reach for itself: time and ids come from the host, so that tests can hold them still. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
}

export interface Ids {
  /** A fresh ULID, strictly rising within one source. */
  next(): string
}

export const systemClock: Clock = { now: () => Date.now() }

/** ULIDs from the operating system's randomness. */
export function systemIds(): Ids {
  const ulid = monotonicFactory(() => randomBytes(1).readUInt8() / 256)
  return { next: () => ulid() }
}
