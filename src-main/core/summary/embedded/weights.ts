import { createHash } from 'node:crypto'
import { z } from 'zod'
import shipped from './weights.json' with { type: 'json' }
import type { EngineWeights } from './summarize.pure.ts'

const weights = z.record(z.string(), z.number())
/** Keeps the order of what it reads: a set of weights is known by the hash of its bytes. */
const weightsSchema = z.looseObject({ overview: weights, actions: weights, decisions: weights, questions: weights, register: weights })

/** A set of weights as it is stored and handed to threads: JSON without spaces. */
export const SHIPPED_WEIGHTS = JSON.stringify(shipped)

/** The first twelve digits of the SHA-256 of a set, as versions of runs name it. */
export const weightsHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

/** @throws Error when the text is no set of weights */
export const readWeights = (text: string): EngineWeights => weightsSchema.parse(JSON.parse(text))

/** The same set with other weights for action items, and where they come from. */
export const withActions = (text: string, actions: EngineWeights['actions'], labels: number): string =>
  JSON.stringify({ ...weightsSchema.parse(JSON.parse(text)), provenance: { base: weightsHash(text), labels, fitted: 'on this machine' }, actions })
