import { readFileSync } from 'node:fs'

/** The test recordings one after the other, over and over: any length of speech from 4 MB of memory. */
const NAMES = ['meeting-launch', 'agenda', 'meeting-planning', 'decision', 'late-start', 'two-actions', 'action-item', 'email-address', 'phone-number']
const folder = new URL('../../test/fixtures/speech/', import.meta.url)
const RATE = 16_000
const WAV_HEADER_BYTES = 44

export const MODEL = new URL('ggml-test-en.bin', folder)

/** 16 kHz mono in blocks of at most a second, `seconds` of it. */
export function* speechOf(seconds: number): Generator<Int16Array> {
  const recordings = NAMES.map((name) => {
    const file = readFileSync(new URL(`${name}.wav`, folder))
    return new Int16Array(file.buffer.slice(file.byteOffset + WAV_HEADER_BYTES, file.byteOffset + file.byteLength))
  })
  let left = seconds * RATE
  for (let turn = 0; left > 0; turn++) {
    const recording = recordings[turn % recordings.length] ?? new Int16Array()
    for (let at = 0; at < recording.length && left > 0; at += RATE) {
      const block = recording.slice(at, Math.min(at + RATE, at + left))
      left -= block.length
      yield block
    }
  }
}

/** The same as one buffer, for the addon called directly. */
export function speechBuffer(seconds: number): ArrayBuffer {
  const whole = new Int16Array(seconds * RATE)
  let at = 0
  for (const block of speechOf(seconds)) {
    whole.set(block, at)
    at += block.length
  }
  return whole.buffer
}
