import type { RefitReport, WeightsInForce } from '../../../src-shared/contract/learning.ts'
import type { ExitCode, Invocation } from '../invocation.ts'
import { withStore } from '../store.ts'

const ORIGINS = { shipped: 'as they came with the app', 'this-machine': 'fitted on this machine' } as const
const inForce = ({ hash, origin }: WeightsInForce): string => `Weights of action items: ${hash}, ${ORIGINS[origin]}.`

/** `sotto summary weights`: which weights of action items are in force. */
export function weights(invocation: Invocation): Promise<ExitCode> {
  return withStore<ExitCode>(invocation, async (client) => {
    const state = await client.learning.weights({})
    invocation.terminal.result(state, () => [inForce(state)])
    return 0
  })
}

/** `sotto summary refit`: fits them to what the person said of lines. Nothing leaves the machine. */
export function refit(invocation: Invocation): Promise<ExitCode> {
  return withStore<ExitCode>(invocation, async (client) => {
    const { report, weights: state } = await client.learning.refit({})
    invocation.terminal.result({ ...report, weights: state }, () => [...told(report), inForce(state)])
    return 0
  })
}

/** `sotto summary reset`: back to the shipped ones. */
export function reset(invocation: Invocation): Promise<ExitCode> {
  return withStore<ExitCode>(invocation, async (client) => {
    const state = await client.learning.reset({})
    invocation.terminal.result(state, () => [inForce(state)])
    return 0
  })
}

function told({ outcome, kept, dropped, unmatched, agreement, changes }: RefitReport): string[] {
  const labels = `${kept} action items kept or reworded, ${dropped} rejected${unmatched === 0 ? '' : `, ${unmatched} more that the engine does not look at`}.`
  if (outcome === 'too-few') return [labels, 'Too few to learn from: 20 are needed, with at least 4 of each kind. Nothing was changed.']
  const agreed = `${agreement.of} lines judged as you did: ${agreement.before} with the weights as shipped, ${agreement.after} with fitted ones (each fitted without the line).`
  if (outcome === 'no-better') return [labels, agreed, 'Other weights would be no better. Nothing was changed.']
  return [labels, agreed, ...changes.map(({ feature, from, to }) => `  ${feature}: ${from} → ${to}`), 'They hold for notes made from now on.']
}
