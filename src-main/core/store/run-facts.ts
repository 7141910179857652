import type { EngineRun } from '../../../src-shared/domain/summary.ts'

/** What the log may know of a run: engine, versions and digests. Signs its facts cannot hold become underscores. */
export function runFacts({ engine, version, model, modelDigest, inputDigest, template }: EngineRun): Record<string, string> {
  const facts = { engine, version, template, ...(model && { model }), ...(modelDigest && { modelDigest }), ...(inputDigest && { inputDigest }) }
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, value.replace(/[^A-Za-z0-9._-]/g, '_').slice(0, 64)]))
}
