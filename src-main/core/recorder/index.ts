export { createRecordings, type Recordings, type WrittenRecording } from './recordings.ts'
