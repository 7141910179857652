import { recognise } from './recognise.ts'

export { decodeInWorker, type DecodeOptions } from './decode-in-worker.ts'
export type { AudioFormat } from './failures.ts'
export type { AudioSource, AudioStream } from './open-audio.ts'
export { readPcmStream } from './pcm-stream.ts'

/** Whether a file's first bytes (a few kilobytes) are those of a recording, readable or not. */
export const isRecording = (head: Uint8Array): boolean => recognise(head) !== 'unknown'
