import { execFileSync, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What a test says where there is no ffmpeg. */
export const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0

const speech = fileURLToPath(new URL('../../fixtures/speech/meeting-launch.wav', import.meta.url))
const SPEECH = ['-ss', '2', '-t', '3', '-i', speech]
/** The second voice starts later, so that the two sides differ throughout. */
const TWO_VOICES = [...SPEECH, '-ss', '6', '-t', '3', '-i', speech, '-filter_complex', '[0][1]join=inputs=2:channel_layout=stereo']
const lavfi = (...graphs: string[]): string[] => graphs.flatMap((graph) => ['-f', 'lavfi', '-i', graph])
/** Notes with overtones, a sweep through the whole band, and noise behind them. */
const music = (at: number): string =>
  `aevalsrc='0.12*sin(${at}*2*PI*t)+0.08*sin(${at * 2.997}*2*PI*t)*abs(sin(9*t))+0.05*sin(${at * 7}*2*PI*t)+0.1*sin(2*PI*(60*t+1200*t*t))+0.01*(random(0)*2-1)':s=96000:d=3`
const MUSIC = lavfi(music(220))
const TWO_SOUNDS = [...lavfi(music(220), music(330)), '-filter_complex', '[0][1]join=inputs=2:channel_layout=stereo']

export const MATERIAL = { speech: SPEECH, 'two voices': TWO_VOICES, music: MUSIC, 'two sounds': TWO_SOUNDS } as const

const ffmpeg = (...args: readonly string[]): Buffer => execFileSync('ffmpeg', ['-v', 'error', '-y', ...args], { maxBuffer: 2 ** 28 })

/** Writes three seconds of sound as the arguments say. */
export function make(path: string, material: keyof typeof MATERIAL, ...args: readonly string[]): void {
  ffmpeg(...MATERIAL[material], ...args, path)
}

/** A file as ffmpeg decodes it by default, at 16 kHz and 16 bits. */
export function decoded(path: string, channels: number): Int16Array[] {
  const raw = ffmpeg('-i', path, '-vn', '-ar', '16000', '-f', 's16le', '-')
  const frames = Math.floor(raw.length / 2 / channels)
  return Array.from({ length: channels }, (_, channel) => Int16Array.from({ length: frames }, (_, i) => raw.readInt16LE(2 * (i * channels + channel))))
}
