import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openAudio } from '../../../src-main/core/audio/open-audio.ts'
import { sine, wav } from './sounds.ts'
import { isFailure } from '../../../src-shared/errors/failure.ts'

const folder = join(import.meta.dirname, '../../fixtures/audio')

/** Small numbers that come again for a seed (mulberry32), for damage that can be replayed. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** Every fixture, and WAV of each kind. */
export async function readFixtures(): Promise<{ name: string; bytes: Uint8Array }[]> {
  const sound = sine(440, 1.2, 22_050)
  const other = sine(700, 1.2, 22_050)
  const waves = [
    { name: '8.wav', bytes: wav([sound], { bits: 8, rate: 22_050 }) },
    { name: '16.wav', bytes: wav([sound, other], { rate: 22_050 }) },
    { name: '24.wav', bytes: wav([sound, other], { bits: 24, rate: 44_101, extensible: true }) },
    { name: 'float.wav', bytes: wav([sound], { bits: 32, float: true, rate: 96_000 }) },
  ]
  const names = (await readdir(folder)).filter((name) => /\.(mp3|flac|ogg|opus|m4a|aac|mp4|mov|webm|ogv)$/u.test(name))
  const read = names.sort().map(async (name) => ({ name, bytes: await readFile(join(folder, name)) }))
  return [...waves, ...(await Promise.all(read))]
}

/** One damaged copy: some bytes of the head (mostly) changed, cut, doubled or removed. */
export function damage(bytes: Uint8Array, random: (below: number) => number): Uint8Array {
  const copy = Uint8Array.from(bytes)
  const reach = random(4) === 0 ? copy.length : Math.min(copy.length, [64, 256, 1024, 2048][random(4)] ?? 64)
  // The tables of an MP4 often stand at its end.
  const from = random(3) === 0 ? copy.length - reach : 0
  for (let changes = 1 + random(6); changes > 0; changes -= 1) copy[from + random(reach)] = [0, 255, 127, 128, random(256), random(256)][random(6)] ?? 0
  switch (random(6)) {
    case 0:
      return copy.subarray(0, random(copy.length))
    case 1: {
      const at = random(copy.length)
      return Buffer.concat([copy.subarray(0, at), copy.subarray(at + 1 + random(40))])
    }
    case 2: {
      const at = random(copy.length)
      return Buffer.concat([copy.subarray(0, at), copy.subarray(Math.max(0, at - 100))])
    }
    default:
      return copy
  }
}

/** Three minutes of sound out of a second of file are enough to see that it goes on. */
const ENOUGH_BLOCKS = 180

/** 'sound' or the code of the Failure; anything else thrown passes through, being a bug. */
export async function outcome(bytes: Uint8Array): Promise<string> {
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield bytes
  }
  try {
    const stream = await openAudio(whole(), { keepTruncated: true })
    let blocks = 0
    for await (const block of stream.blocks()) {
      if (block.length !== stream.channels) throw new Error('another number of channels than said')
      blocks += 1
      if (blocks > ENOUGH_BLOCKS) break
    }
    return 'sound'
  } catch (error) {
    if (isFailure(error)) return error.code
    throw error
  }
}
