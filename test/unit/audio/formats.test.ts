import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openAudio } from '../../../src-main/core/audio/open-audio.ts'
import { failureOf, hear, inPieces, snr, toUnit, wav } from './sounds.ts'

const fixture = (name: string): string => join(import.meta.dirname, '../../fixtures/audio', name)
const bytesOf = async (name: string): Promise<Uint8Array> => readFile(fixture(name))

/** Best agreement over small shifts: encoders' delays are rounded differently to 16 kHz. */
function agreement(got: Int16Array, wanted: Int16Array): number {
  const unit = toUnit(wanted)
  return Math.max(...[-1, 0, 1].map((shift) => snr(toUnit(got.subarray(1 + shift)), unit.subarray(1), 400, 15_000)))
}

const FILES: [name: string, format: string, rate: number, channels: 1 | 2, decibels: number][] = [
  ['mono.mp3', 'MP3', 44_100, 1, 55],
  ['two-speakers.mp3', 'MP3', 44_100, 2, 55],
  ['no-xing.mp3', 'MP3', 22_050, 1, 55],
  ['mono.flac', 'FLAC', 22_050, 1, 60],
  ['mono-flac.ogg', 'FLAC', 16_000, 1, 90],
  ['mono-vorbis.ogg', 'Ogg Vorbis', 44_100, 1, 55],
  ['mono.opus', 'Ogg Opus', 16_000, 1, 35],
  ['two-speakers.opus', 'Ogg Opus', 16_000, 2, 35],
  ['mono.m4a', 'MP4', 44_100, 1, 55],
  ['lossless.m4a', 'MP4', 44_100, 1, 70],
  ['two-speakers.m4a', 'MP4', 44_100, 2, 55],
  ['clicks.m4a', 'MP4', 48_000, 2, 35],
  ['mono.aac', 'AAC', 44_100, 1, 55],
  ['fragmented.mp4', 'MP4', 44_100, 2, 55],
  ['film.mp4', 'MP4', 44_100, 1, 55],
  ['vorbis.webm', 'WebM', 44_100, 1, 55],
  ['plain.mov', 'MP4', 16_000, 1, 90],
  ['film.webm', 'WebM', 16_000, 1, 35],
]

describe('recordings of each format', () => {
  it.each(FILES)('%s sounds as ffmpeg decodes it', async (name, format, sourceRate, channels, decibels) => {
    const expected = await hear({ path: fixture(`expected/${name}.flac`) })
    const heard = await hear({ path: fixture(name) })
    expect(heard.stream).toMatchObject({ format, sourceRate, sourceChannels: channels, channels })
    expect(heard.stream.isTruncated()).toBe(false)
    for (const [channel, samples] of heard.channels.entries()) {
      const wanted = expected.channels[channel] ?? new Int16Array(0)
      expect(Math.abs(samples.length - wanted.length)).toBeLessThan(250)
      expect(agreement(samples, wanted)).toBeGreaterThan(decibels)
    }
  })

  it.each(FILES)('%s sounds the same read as a stream', async (name) => {
    const fromFile = await hear({ path: fixture(name) })
    const fromStream = await hear(await bytesOf(name))
    expect(fromStream.channels).toEqual(fromFile.channels)
  })

  it.each(FILES.map(([name]) => name))('half of %s is never taken for the whole, where the file can tell', async (name) => {
    const bytes = await bytesOf(name)
    const half = bytes.subarray(0, Math.floor(bytes.length / 2))
    // Bare streams without a table of contents end wherever they end.
    if (name === 'no-xing.mp3' || name === 'mono.aac') {
      expect((await hear(half)).channels[0]?.length).toBeGreaterThan(5000)
      return
    }
    const failure = await failureOf(hear(half))
    expect(failure).toMatchObject({ code: 'BAD_AUDIO', params: { reason: 'truncated' }, exitCode: 2 })
  })

  it.each(['mono.mp3', 'mono.flac', 'mono.opus', 'mono-vorbis.ogg', 'fragmented.mp4'])('gives the first part of half of %s when asked to', async (name) => {
    const bytes = await bytesOf(name)
    const heard = await hear(bytes.subarray(0, Math.floor(bytes.length * 0.6)), { keepTruncated: true })
    expect(heard.stream.isTruncated()).toBe(true)
    expect(heard.channels[0]?.length).toBeGreaterThan(2000)
  })

  it.each([
    ['encrypted.mp4', 'encrypted'],
    ['no-sound.mp4', 'no-sound'],
    ['no-sound.webm', 'no-sound'],
    ['no-sound.ogv', 'no-sound'],
  ])('%s fails as %s', async (name, reason) => {
    expect(await failureOf(openAudio({ path: fixture(name) }))).toMatchObject({ code: 'BAD_AUDIO', params: { reason } })
    expect(await failureOf(openAudio(inPieces(await bytesOf(name))))).toMatchObject({ code: 'BAD_AUDIO', params: { reason } })
  })

  it('says what it cannot read, where that is known', async () => {
    for (const [head, codec] of [
      ['#!AMR\n<', 'AMR'],
      ['FORM\0\0\u0010\0AIFFCOMM', 'AIFF'],
      ['caff\0\u0001\0\0desc', 'CAF'],
      ['\u0030\u0026\u00b2\u0075\u008e\u0066\u00cf\u0011', 'Windows Media (WMA)'],
    ] as const) {
      expect(await failureOf(hear(Buffer.from(head, 'latin1')))).toMatchObject({ code: 'BAD_AUDIO', params: { format: 'audio', reason: 'codec', codec } })
    }
    const adpcm = Buffer.from(wav([new Float32Array(800)]))
    adpcm.writeUInt16LE(17, 20)
    const failure = await failureOf(hear(adpcm))
    expect(failure).toMatchObject({ params: { format: 'WAV', reason: 'codec', codec: 'ADPCM' }, exitCode: 2 })
    expect(failure?.explanation.message).toBe('The sound in this WAV file is ADPCM, which Sotto cannot read. Nothing was stored.')
  })

  it('looks at the content, not at the name', async () => {
    for (const text of ['PK\u0003\u0004 a zip', '%PDF-1.7 a paper', '<html>', '\u0000'.repeat(5000), 'ID3', 'OggS', 'fLaC', 'RIFF0000WAVE']) {
      expect(await failureOf(hear(Buffer.from(text, 'latin1')))).toMatchObject({ exitCode: 2 })
    }
  })
})
