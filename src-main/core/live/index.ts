export { hearLive, type LiveEnd, type LiveHeard, type LiveJob } from './hear-live.ts'
export type { LiveBlock } from './take-in.ts'
