export { createLiveTranscripts, type LiveTranscripts, type RecordingUnderWay } from './live-transcripts.ts'
export { stagedHead } from './staged-head.ts'
export { createStages, inputOf, KEEP_SOUND_MS } from './stages.ts'
export { createTextWorker, type TextWorker } from './text-worker.ts'
