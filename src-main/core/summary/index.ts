export type { SummaryEngine, SummaryInput, SummaryProgress } from './engine.ts'
