import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decoded, hasFfmpeg, make, type MATERIAL } from './ffmpeg.ts'
import { hear, snr } from './sounds.ts'

/** Decoding each format as ffmpeg does. Files are made here, so ffmpeg must be installed; where it is not, all of this is skipped. */

type Case = [material: keyof typeof MATERIAL, file: string, args: string]

const RATES = [8000, 11_025, 16_000, 22_050, 32_000, 44_100, 48_000, 96_000]
const LOSSLESS: Case[] = [
  ...RATES.flatMap((rate): Case[] => [
    ['speech', `${rate}.wav`, `-ar ${rate}`],
    ['two sounds', `${rate}-24.flac`, `-ar ${rate} -sample_fmt s32`],
  ]),
  ...['u8', 's24le', 's32le', 'f32le', 'f64le'].map((kind): Case => ['two voices', `${kind}.wav`, `-ar 44100 -c:a pcm_${kind}`]),
  ['two voices', 'telephone.wav', '-ar 8000 -c:a pcm_mulaw'],
  ['speech', 'telephone-a.wav', '-ar 8000 -c:a pcm_alaw'],
  ['two voices', 'camera.mov', '-ar 48000 -c:a pcm_s16be'],
  ['speech', 'capture.mkv', '-ar 44100 -c:a pcm_s24le'],
  ['speech', 'memo.m4a', '-ar 48000 -c:a alac'],
  ['two voices', 'memo-24.m4a', '-ar 44100 -c:a alac -sample_fmt s32p'],
  ['two sounds', 'music.mov', '-ar 44100 -c:a alac'],
  ['two voices', 'flac.mkv', '-ar 48000 -c:a flac -sample_fmt s16'],
  ['speech', 'flac.mp4', '-ar 44100 -c:a flac -sample_fmt s16 -strict -2'],
  ['music', 'plain.flac', '-ar 48000 -sample_fmt s16'],
  ['music', 'flac.ogg', '-ar 44100 -sample_fmt s16 -c:a flac'],
]
const LOSSY: Case[] = [
  ['speech', 'cbr.mp3', '-ar 44100 -b:a 128k'],
  ['two voices', 'vbr.mp3', '-ar 48000 -q:a 5'],
  ['two sounds', 'joint.mp3', '-ar 44100 -b:a 192k -joint_stereo 1'],
  ['speech', 'mpeg2.mp3', '-ar 22050 -b:a 48k'],
  ['speech', 'mpeg25.mp3', '-ar 8000 -b:a 24k'],
  ['speech', 'voice.opus', '-c:a libopus -b:a 16k -application voip'],
  ['two voices', 'voices.opus', '-c:a libopus -b:a 40k -application voip'],
  ['two sounds', 'music.opus', '-c:a libopus -b:a 128k'],
  ['speech', 'long-frames.opus', '-c:a libopus -b:a 24k -frame_duration 60'],
  ['music', 'short-frames.opus', '-c:a libopus -b:a 64k -frame_duration 2.5'],
  ['speech', 'mono.ogg', '-c:a libvorbis -ar 16000 -q:a 1'],
  ['two sounds', 'stereo.ogg', '-c:a libvorbis -ar 44100 -q:a 5'],
  ['speech', 'mono.m4a', '-c:a aac -ar 44100 -b:a 64k'],
  ['two voices', 'voices.m4a', '-c:a aac -ar 48000 -b:a 96k'],
  ['two sounds', 'music.m4a', '-c:a aac -ar 44100 -b:a 192k'],
  ['speech', 'narrow.m4a', '-c:a aac -ar 16000 -b:a 32k'],
  ['two voices', 'fragmented.mp4', '-c:a aac -ar 48000 -b:a 128k -movflags frag_keyframe+empty_moov'],
  ['speech', 'bare.aac', '-c:a aac -ar 22050 -b:a 64k'],
  ['two voices', 'opus.webm', '-c:a libopus -b:a 64k'],
  ['two voices', 'vorbis.webm', '-c:a libvorbis -ar 48000 -q:a 4'],
  ['speech', 'vorbis.mkv', '-c:a libvorbis -ar 22050 -q:a 2'],
  ['speech', 'aac.mkv', '-c:a aac -ar 48000 -b:a 96k'],
]

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sotto-ffmpeg-'))
})
afterAll(() => rm(folder, { recursive: true }))

/**
 * Of the worst channel, in dB. Decoders may start a sample apart where a delay does not come out even at 16 kHz, and ffmpeg's Opus
 * is a sample off in some modes only, so each quarter of a second is aligned for itself.
 */
async function agreement([material, file, args]: Case): Promise<number> {
  const path = join(folder, file)
  make(path, material, ...args.split(' '))
  const channels = material.startsWith('two') ? 2 : 1
  const heard = await hear({ path })
  const wanted = decoded(path, channels)
  expect(heard.channels.length).toBe(channels)
  return Math.min(
    ...heard.channels.map((got, channel) => {
      const reference = wanted[channel] ?? new Int16Array(0)
      expect(Math.abs(got.length - reference.length), 'samples more or less').toBeLessThan(400)
      return aligned(got, reference)
    }),
  )
}

/** Beginning and end are left out: there filters see what was never recorded, and each makes up something else. */
function aligned(got: Int16Array, wanted: Int16Array): number {
  const piece = 4000
  let signal = 0
  let noise = 0
  for (let from = 400; from + piece < wanted.length - 1000; from += piece) {
    const part = wanted.subarray(from, from + piece)
    const energy = part.reduce((sum, sample) => sum + sample * sample, 0)
    const best = Math.max(...[-1, 0, 1].map((shift) => snr(got.subarray(from + shift), part, 0, piece)))
    signal += energy
    noise += energy * 10 ** (-best / 10)
  }
  return 10 * Math.log10(signal / noise)
}

describe.skipIf(!hasFfmpeg)('against ffmpeg (skipped where it is not installed)', () => {
  it.each(LOSSLESS)('%s in %s (%s) agrees to 60 dB', async (...recording) => {
    expect(await agreement(recording)).toBeGreaterThan(60)
  })

  it.each(LOSSY)('%s in %s (%s) agrees to 40 dB', async (...recording) => {
    expect(await agreement(recording)).toBeGreaterThan(40)
  })
})
