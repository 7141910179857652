export { orEmbedded } from './fallback.ts'
export { inputDigest } from './input-digest.ts'
export type { SummaryEngine, SummaryInput, SummaryProgress } from './engine.ts'
export type { Proposals } from './proposals.ts'
