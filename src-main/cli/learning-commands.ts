import type { Command } from 'commander'
import type { ExitCode, Invocation } from './invocation.ts'

type Run = (work: (invocation: Invocation) => Promise<ExitCode>) => Promise<void>

/** `sotto summary weights|refit|reset`: what the built-in engine learns from a person's words on its lines, on this machine alone. */
export function addLearning(onSummary: (spec: string, description: string) => Command, run: Run): void {
  const load = () => import('./commands/learning.ts')
  onSummary('weights', 'which weights of action items are in force').action(() => run(async (on) => (await load()).weights(on)))
  onSummary('refit', 'fit them to the lines you accepted, edited and rejected; on this machine alone').action(() =>
    run(async (on) => (await load()).refit(on)),
  )
  onSummary('reset', 'back to the weights that came with the app').action(() => run(async (on) => (await load()).reset(on)))
}
