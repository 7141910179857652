import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rawText } from '../../../src-shared/domain/raw-text/make.ts'
import { wordsOf } from '../../../src-shared/domain/raw-text/open.ts'
import { isFullName, linkTokens, tokensNamed, type NamedToken } from '../../../src-main/core/vault/directory.ts'
import { newNoteKeys, openBatches, openStaging, sealStaging, startBatch } from '../../../src-main/core/vault/index.ts'
import { keyPairFromSeed } from '../../../src-main/core/keys/index.ts'
import { noteIdSchema } from '../../../src-shared/domain/ids.ts'

const NOTE = '01JD0V2M8C6Q0W6R1X3T5Z7B9D'
const vaultPair = keyPairFromSeed(new Uint8Array(32).fill(3))

describe("a note's envelope", () => {
  it("opens with the note's seed, and only at the place it was sealed for", () => {
    fc.assert(
      fc.property(fc.json(), fc.string(), (json, unit) => {
        const value: unknown = JSON.parse(json)
        const { seed, publicKey } = newNoteKeys(vaultPair.publicKey)
        const sealer = startBatch(NOTE, publicKey, 'b1')
        const row = sealer.seal(unit, value)
        expect(openBatches(NOTE, seed, [sealer.batch])(row)).toEqual(value)
        const damaged = expect.objectContaining({ code: 'STORE_DAMAGED' })
        expect(() => openBatches('01JD0V2M8C6Q0W6R1X3T5Z7B9E', seed, [sealer.batch])(row)).toThrow(damaged)
        expect(() => openBatches(NOTE, seed, [sealer.batch])({ ...row, unit: `${unit}x` })).toThrow(damaged)
        expect(() => openBatches(NOTE, newNoteKeys(vaultPair.publicKey).seed, [sealer.batch])(row)).toThrow(damaged)
        expect(() => openBatches(NOTE, seed, [])(row)).toThrow(damaged)
      }),
      { numRuns: 50 },
    )
  })

  it('carries a staged transcript unharmed', () => {
    const cue = fc.record({
      speaker: fc.option(fc.string({ unit: 'grapheme' }), { nil: undefined }),
      startMs: fc.option(fc.nat(), { nil: undefined }),
      text: fc.string({ unit: 'grapheme' }),
    })
    fc.assert(
      fc.property(fc.array(cue, { maxLength: 50 }), fc.option(fc.string(), { nil: undefined }), (cues, title) => {
        const { seed, publicKey } = newNoteKeys(vaultPair.publicKey)
        const sealer = startBatch(NOTE, publicKey, 'b1')
        const rows = sealStaging(
          {
            ...(title === undefined ? {} : { title: rawText(title) }),
            participants: [rawText('Ann')],
            cues: cues.map(({ speaker, startMs, text }) => ({
              ...(speaker === undefined ? {} : { speaker: rawText(speaker) }),
              ...(startMs === undefined ? {} : { startMs }),
              text: rawText(text),
            })),
          },
          sealer,
        )
        const opened = openStaging(NOTE, seed, [sealer.batch], rows)
        expect(opened.cues.map(({ text }) => wordsOf(text))).toEqual(cues.map(({ text }) => text.normalize('NFC')))
        expect(opened.cues.map(({ startMs }) => startMs)).toEqual(cues.map(({ startMs }) => startMs))
        expect(opened.title === undefined ? undefined : wordsOf(opened.title)).toBe(title?.normalize('NFC'))
      }),
      { numRuns: 50 },
    )
  })
})

describe('the people directory', () => {
  const named = (note: string, token: NamedToken['token'], display: string, personId?: string): NamedToken => ({
    noteId: noteIdSchema.parse(note),
    token,
    display,
    ...(personId === undefined ? {} : { personId }),
  })
  const A = '01JD0V2M8C6Q0W6R1X3T5Z7B9A'
  const B = '01JD0V2M8C6Q0W6R1X3T5Z7B9B'

  it('links the same full name across meetings, however it is written, and never a first name alone', () => {
    let ids = 0
    const { links, newPeople } = linkTokens(
      [named(A, '[PERSON_1]', 'José Núñez'), named(B, '[PERSON_4]', 'JOSE NUNEZ'), named(B, '[PERSON_2]', 'José'), named(B, '[EMAIL_1]', 'a b@c.de')],
      new Map(),
      () => `p${++ids}`,
    )
    expect(links.map(({ token, personId }) => [token.token, personId])).toEqual([
      ['[PERSON_1]', 'p1'],
      ['[PERSON_4]', 'p1'],
    ])
    expect([...newPeople.values()]).toEqual([{ id: 'p1', name: 'José Núñez' }])
    expect(isFullName('José')).toBe(false)
  })

  it("finds a word's tokens by part of a name, and the same person under another name elsewhere", () => {
    const tokens = [named(A, '[PERSON_1]', 'Alice Schmidt', 'p1'), named(B, '[PERSON_3]', 'Schmidt, A.', 'p1'), named(B, '[PERSON_5]', 'Bob')]
    expect(tokensNamed('alice', tokens).map(({ token }) => token)).toEqual(['[PERSON_1]', '[PERSON_3]'])
    expect(tokensNamed('ob', tokens)).toEqual([])
    expect(tokensNamed('!!', tokens)).toEqual([])
  })
})
