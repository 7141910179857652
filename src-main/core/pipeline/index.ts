export { stagedHead } from './staged-head.ts'
export { createStages } from './stages.ts'
export { createTextWorker, type TextWorker } from './text-worker.ts'
