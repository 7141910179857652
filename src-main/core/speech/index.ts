export { engineInfo, type EngineInfo } from './addon.ts'
export { THREADING } from './engine-process.ts'
export type { Mark, SpokenSegment, SpokenWord } from './spoken.pure.ts'
export { transcribe, type SpeechJob, type Transcription } from './transcribe.ts'
