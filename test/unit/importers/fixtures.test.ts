import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { entriesOf, read } from './reading.ts'

const folder = new URL('../../fixtures/transcripts/', import.meta.url)
const file = (name: string): Uint8Array => readFileSync(new URL(name, folder))
const entry = z.object({ speaker: z.string().nullable(), startMs: z.number().nullable(), endMs: z.number().nullable(), text: z.string() })
const expectedSchema = z.record(
  z.string(),
  z.object({ format: z.string(), entries: z.number(), speakers: z.array(z.string()), first: entry, last: entry }),
)
const expected = expectedSchema.parse(JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')))

describe('transcripts as programs export them', () => {
  it.each(Object.entries(expected))('reads %s entry by entry', async (name, wanted) => {
    const { format, speakers, entries } = await read(file(name))
    const plain = (found: (typeof entries)[number] | undefined) => found && { ...found, startMs: found.startMs ?? null, endMs: found.endMs ?? null }
    expect({ format, speakers, entries: entries.length, first: plain(entries[0]), last: plain(entries.at(-1)) }).toEqual({
      format: wanted.format,
      speakers: wanted.speakers,
      entries: wanted.entries,
      first: wanted.first,
      last: wanted.last,
    })
  })

  it('knows a Google Meet document by its header and takes title, date and times from it', async () => {
    const { title, date, attendees, entries } = await read(file('google-meet.txt'))
    expect({ title, date, attendees }).toEqual({ title: 'Design sync', date: '2025-03-11T10:04:00Z', attendees: [] })
    expect(entries.map(({ startMs }) => startMs).filter((time, index, all) => time !== all[index - 1])).toEqual([0, 300_000, 600_000])
  })

  it('takes the language Teams notes', async () => {
    expect((await read(file('teams.vtt'))).language).toBe('en-US')
  })

  it('reads whisper.cpp -oj: blanks trimmed, wordless entries dropped and counted', async () => {
    const { format, language, emptyCues } = await read(file('whisper-cpp.json'))
    expect({ format, language, emptyCues }).toEqual({ format: 'whisper-cpp-json', language: 'de', emptyCues: 1 })
    expect(await entriesOf(file('whisper-cpp.json'))).toEqual([
      '?|0|3480|Guten Morgen zusammen, fangen wir an.',
      '?|3480|7120|Der Prüfbericht ist übrigens fertig:',
      '?|7120|9000|[Musik]',
    ])
  })

  it('reads whisper.cpp -ojf without its word list', async () => {
    expect(await entriesOf(file('whisper-cpp-full.json'))).toEqual(['?|0|2560|So, who writes the minutes?', '?|2560|4000|I will.'])
  })

  it('gives each name once, in order of first appearance, and the same object each time', async () => {
    const { speakers, entries } = await read(file('otter.txt'))
    expect([...new Set(entries.map(({ speaker }) => speaker))]).toEqual(speakers)
  })
})
