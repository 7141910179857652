import type { RefitReport } from '../../../../src-shared/contract/learning.ts'
import { readWeights, SHIPPED_WEIGHTS, withActions } from '../embedded/weights.ts'
import { refitActions, type LabelledMeeting } from './refit.pure.ts'

/** The shipped weights fitted to what was said of lines; `fitted` is a whole set as text, or null where it would be no better. */
export function refitShipped(meetings: readonly LabelledMeeting[]): RefitReport & { fitted: string | null } {
  const { weights, changes, ...report } = refitActions(meetings, readWeights(SHIPPED_WEIGHTS).actions)
  const isTaken = report.outcome === 'refitted' && changes.length > 0
  return { ...report, changes: [...changes], fitted: isTaken ? withActions(SHIPPED_WEIGHTS, weights, report.kept + report.dropped) : null }
}
