import { actions } from '../../src-main/core/summary/embedded/actions.pure.ts'
import type { Annotated } from './ami.ts'
import type { Fitted, HeldOut } from './items.ts'
import { DATE } from './tasks.ts'

/** In segments: an item is right when a place it cites lies so near an annotated one. */
const REACH = 2

/** What the engine's action items are worth in meetings of people who were not fitted on; `ofEight`: share of the items found by both tiers. */
export function actionsHeldOut(
  meetings: readonly Annotated[],
  { weightsWithout }: Fitted,
  noise: number | null,
  hearing = 0,
): HeldOut & { readonly ofEight: number } {
  let [right, shown, found, possible, all] = [0, 0, 0, 0, 0]
  for (const { group, linesWith, actions: items } of meetings) {
    const given = actions(linesWith(noise, hearing), { date: DATE, weights: weightsWithout(group), bare: noise !== null })
    const sure = given.filter((one) => !one.possible)
    const finds = (item: readonly number[], { segments }: { readonly segments: readonly number[] }): boolean =>
      segments.some((at) => item.some((there) => Math.abs(at - there) <= REACH))
    shown += sure.length
    right += sure.filter((one) => items.some((item) => finds(item, one))).length
    all += items.length
    found += items.filter((item) => sure.some((one) => finds(item, one))).length
    possible += items.filter((item) => given.some((one) => finds(item, one))).length
  }
  const [precision, recall] = [right / Math.max(1, shown), found / Math.max(1, all)]
  return { f1: (2 * precision * recall) / Math.max(1e-9, precision + recall), precision, recall, ofEight: possible / Math.max(1, all) }
}
