import type { Summary } from '../../../src-shared/domain/summary.ts'
import { failedWith, isFailure } from '../../../src-shared/errors/failure.ts'

/**
 * The wanted engine's summary, or the built-in one's with what went wrong: a meeting never stays without notes, and nobody takes the
 * one for the other. What the person stopped, and what is a bug of ours, is not stood in for.
 */
export async function orEmbedded(
  wanted: () => Promise<Summary>,
  embedded: () => Promise<Summary>,
  { model, signal }: { model: string | undefined; signal: AbortSignal },
): Promise<Summary> {
  try {
    return await wanted()
  } catch (thrown) {
    if (!isFailure(thrown) || failedWith(thrown, 'CANCELLED') || signal.aborted) throw thrown
    const summary = await embedded()
    const fallbackFrom = { engine: 'ollama' as const, code: thrown.code, params: { ...thrown.params }, ...(model === undefined ? {} : { model }) }
    return { ...summary, run: { ...summary.run, fallbackFrom } }
  }
}
