import { beforeAll, describe, expect, it } from 'vitest'
import { promptFrom, transcribe, type SpokenSegment } from '../../src-main/core/speech/index.ts'
import { countedWords, inBlocks, MODEL, referenceOf, samplesOf, wordErrors } from '../unit/speech/recording.ts'

/** Who is named in the recordings. */
const PARTICIPANTS: Readonly<Record<string, readonly string[]>> = {
  'meeting-launch': ['Carol', 'David', 'Emma', 'Chen', 'Tom'],
  'meeting-planning': ['Bob', 'Omar', 'Priya', 'Chen'],
}
const MEETINGS = Object.keys(PARTICIPANTS)

const hear = async (name: string, prompt: string): Promise<readonly SpokenSegment[]> =>
  (await transcribe({ pcm: inBlocks(samplesOf(name)), model: MODEL, language: 'en', prompt })).segments
const textOf = (segments: readonly SpokenSegment[]): string => segments.map(({ text }) => text).join(' ')
const errorsOf = (name: string, segments: readonly SpokenSegment[]): number =>
  wordErrors(countedWords(referenceOf(name).text), countedWords(textOf(segments)))

describe('a prompt from participants and vocabulary', () => {
  const plain = new Map<string, readonly SpokenSegment[]>()
  beforeAll(async () => {
    for (const name of MEETINGS) plain.set(name, await hear(name, ''))
  }, 120_000)

  it('reaches the engine and does no harm', async () => {
    const prompted = new Map<string, readonly SpokenSegment[]>()
    for (const name of MEETINGS) prompted.set(name, await hear(name, promptFrom({ participants: PARTICIPANTS[name] ?? [], language: 'en' })))
    const all = (heard: ReadonlyMap<string, readonly SpokenSegment[]>): number => MEETINGS.reduce((sum, name) => sum + errorsOf(name, heard.get(name) ?? []), 0)
    expect(all(prompted)).toBeLessThanOrEqual(all(plain))
    expect(MEETINGS.map((name) => textOf(prompted.get(name) ?? []))).not.toEqual(MEETINGS.map((name) => textOf(plain.get(name) ?? [])))
  }, 120_000)

  // A prompt as long as the engine takes makes the tests' model skip half of what is said and go round in the rest.
  it('is left out of windows it spoils', async () => {
    const everyone = ['Alice', 'Bob', 'Carol', 'David', 'Emma', 'Frank', 'Grace', 'Henry', 'Maria', 'Omar', 'Priya', 'Chen', 'Sofia', 'Tom', 'Nina', 'Leo']
    const heard = await hear('meeting-planning', promptFrom({ participants: everyone, language: 'en' }))
    expect(errorsOf('meeting-planning', heard)).toBeLessThanOrEqual(errorsOf('meeting-planning', plain.get('meeting-planning') ?? []) + 4)
  }, 120_000)
})
