import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import logging from '@ricky0123/vad-web/dist/logging.js'
import silero from '@ricky0123/vad-web/dist/models/index.js'
import * as ort from 'onnxruntime-web/wasm'

/** Silero's step: 32 ms at 16 kHz. */
export const VOICE_FRAME = 512

/** Tells speech from everything else, one side of a recording after the other's frames; keeps what it needs of earlier frames. */
export interface Voice {
  /** How likely a frame of `VOICE_FRAME` samples holds speech, 0 to 1. */
  probability(frame: Int16Array): Promise<number>
  /** The sound does not go on from the last frame. */
  reset(): void
  close(): Promise<void>
}

// It says on standard output that it is loading.
logging.log.debug = () => undefined

const MODEL = '@ricky0123/vad-web/dist/silero_vad_v6.onnx'

/** Silero's voice detector (v6), computed by ONNX Runtime's WebAssembly build on this thread: about a hundredth of a processor. */
export async function openVoice(): Promise<Voice> {
  ort.env.wasm.numThreads = 1
  const model = await silero.Silero.new(ort, async () => {
    const bytes = await readFile(createRequire(import.meta.url).resolve(MODEL))
    return new Uint8Array(bytes).buffer
  })
  const samples = new Float32Array(VOICE_FRAME)
  return {
    async probability(frame) {
      for (let at = 0; at < VOICE_FRAME; at++) samples[at] = (frame[at] ?? 0) / 32_768
      return (await model.process(samples)).isSpeech
    },
    reset: () => model.reset_state(),
    close: () => model.release(),
  }
}
