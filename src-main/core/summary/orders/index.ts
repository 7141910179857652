import type { SegmentId } from '../../../../src-shared/domain/ids.ts'
import type { SummaryInput } from '../engine.ts'
import { withholdOrders } from './withhold.pure.ts'

export { isOrder } from './withhold.pure.ts'

/** What an engine is given, without what speaks to machines in it; `withheld` names the entries that are not whole. */
export const withoutOrders = <Input extends SummaryInput>(input: Input): Input & { withheld: SegmentId[] } => ({ ...input, ...withholdOrders(input.segments) })
