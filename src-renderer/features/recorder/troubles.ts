import type { RecorderState, SoundProblem } from '../../../src-shared/domain/recorder.ts'
import { recorder as copy, type Where } from '../../copy/recorder.ts'

/** What can be done about a trouble: have sound captured anew, the same under a quieter word, or say whether the meeting is over. */
export type Mend = 'recapture' | 'again' | 'over'

export interface Trouble {
  /** The same as long as it is the same trouble. */
  readonly id: string
  readonly title: string
  readonly meaning?: string
  /** Nothing is recorded of somebody until the person acts. */
  readonly isUrgent?: boolean
  readonly mend?: Mend
}

/** So long without a word, and we ask whether it is over. */
export const QUIET_MS = 5 * 60_000

const STOPPED = ['device-lost', 'microphone-stopped', 'capture-closed'] as const
const URGENT: ReadonlySet<SoundProblem> = new Set(['microphone-denied', 'no-microphone', 'microphone-busy', ...STOPPED])

/** What is wrong with the recording, and what would help; the gravest first. */
export function troublesOf(state: RecorderState, where: Where): Trouble[] {
  if (state.state === 'idle' || state.state === 'stopping') return []
  const { problem, source, silentSide, lowDiskMinutes, quietMs } = state
  const troubles: Trouble[] = []
  if (problem !== null) troubles.push(ofProblem(problem, where))
  if (problem === null && source === 'lost') troubles.push({ id: 'no-sound', ...copy.noSound, mend: 'recapture' })
  if (lowDiskMinutes !== null) troubles.push({ id: 'disk', ...copy.lowDisk(lowDiskMinutes) })
  const isExpected = silentSide === null || state.muted.includes(silentSide) || problem !== null
  if (!isExpected) troubles.push({ id: `silent-${silentSide}`, ...copy.silent[silentSide] })
  if (quietMs >= QUIET_MS && state.state === 'recording') troubles.push({ id: 'quiet', ...copy.quiet(quietMs), mend: 'over' })
  return troubles
}

function ofProblem(problem: SoundProblem, where: Where): Trouble {
  const told = { id: problem, ...copy.problems[problem](where) }
  // In a browser it is shared where it is captured, by a click there.
  if (problem === 'no-computer-sound') return where === 'browser' ? told : { ...told, mend: 'again' }
  return URGENT.has(problem) ? { ...told, isUrgent: true, mend: 'recapture' } : told
}
