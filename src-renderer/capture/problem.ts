import type { SoundProblem } from '../../src-shared/domain/recorder.ts'

/** What keeps a microphone from being heard. */
export function problemOf(thrown: unknown): SoundProblem {
  // Names of the specification of getUserMedia; OverconstrainedError is no DOMException in every browser.
  const name = thrown instanceof Error ? thrown.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'microphone-denied'
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'no-microphone'
  return name === 'NotReadableError' || name === 'AbortError' ? 'microphone-busy' : 'device-lost'
}
