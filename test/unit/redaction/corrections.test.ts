import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { correctNote, createTokenBook, layerOf, redactMeeting, type Layer } from '../../../src-main/core/redaction/index.ts'
import { correctionSchema, type Corrected, type Correction } from '../../../src-shared/domain/correction.ts'
import { noteIdSchema } from '../../../src-shared/domain/ids.ts'
import { rawText } from '../../../src-shared/domain/raw-text/make.ts'
import { wordsOf } from '../../../src-shared/domain/raw-text/open.ts'
import { tokensIn, unescapeTokens } from '../../../src-shared/domain/token.ts'

const noteId = noteIdSchema.parse('01JD0V2M8C6Q0W6R1X3T5Z7B9D')
let made = 0
const correction = (what: Corrected): Correction =>
  correctionSchema.parse({ id: `01JD0V2M8C6Q0W6R1X${String(++made).padStart(8, '0')}`, noteId, scope: 'meeting', createdAt: made, what })
const hide = (phrase: string): Correction => correction({ kind: 'hide', phrase, type: 'OTHER', place: null, by: 'person' })

function corrected(texts: readonly string[], after: readonly Correction[], times: Layer['times'] = null): { before: Layer[]; after: Layer[] } {
  const book = createTokenBook({ indexKey: new Uint8Array(32), entries: [] })
  const { cues } = redactMeeting({ cues: texts.map((text) => ({ text: rawText(text) })), participants: [rawText('Alice Schmidt')] }, book)
  const before = cues.map(({ text }) => layerOf(text, times))
  const { units } = correctNote(
    {
      units: before.map((layer, at) => ({ key: String(at), layers: [layer], contexts: [{ group: 'all', isTimed: true }] })),
      bases: new Map(),
      before: [],
      after,
      display: () => undefined,
      language: 'en',
    },
    book,
  )
  return { before, after: units.flatMap(({ layers }) => layers) }
}

/** What was said, put together again. */
function source({ text, words }: Layer): string {
  let out = ''
  let at = 0
  for (const [ordinal, { start, end, token }] of [...tokensIn(text)].entries()) {
    const said = words?.[ordinal]
    out += unescapeTokens(text.slice(at, start)) + (said === undefined ? token : wordsOf(said))
    at = end
  }
  return out + unescapeTokens(text.slice(at))
}

const withoutTokens = (text: string): string => {
  let out = ''
  let at = 0
  for (const { start, end } of tokensIn(text)) {
    out += `${text.slice(at, start)}\uFFFC`
    at = end
  }
  return out + text.slice(at)
}

describe('hidden by hand', () => {
  it.each(['marmalade-seven', 'C++ (2024)', '$5/day', 'a.b*c', 'x^2 [y]', 'Straße', 'ΑΘΗΝΑ'])('takes %s as it is written', (phrase) => {
    expect(corrected([`They said ${phrase}, twice.`], [hide(phrase)]).after.map(({ text }) => text)).toEqual(['They said [OTHER_1], twice.'])
  })

  it('moves the times of words, and gives a token one time from its first word to its last', () => {
    const times = [
      { start: 0, end: 3, startMs: 0, endMs: 100 },
      { start: 4, end: 8, startMs: 100, endMs: 200 },
      { start: 9, end: 13, startMs: 200, endMs: 300 },
      { start: 14, end: 18, startMs: 300, endMs: 400 },
    ]
    const { after } = corrected(['The blue bird sang'], [hide('blue bird')], times)
    expect(after[0]?.times).toEqual([
      { start: 0, end: 3, startMs: 0, endMs: 100 },
      { start: 4, end: 13, startMs: 100, endMs: 300 },
      { start: 14, end: 18, startMs: 300, endMs: 400 },
    ])
    expect(after[0]?.text).toBe('The [OTHER_1] sang')
  })

  it('leaves nothing of the phrase as a whole word, loses no word that was said, and changes nothing else', () => {
    const word = fc.constantFrom('Alice', 'alice@example.com', 'blue', 'bird', 'Blue', '[PERSON_1]', 'call', '+44 20 7946 0958', 'the', '. ', '\u2060')
    const line = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '))
    const phrase = fc.array(fc.constantFrom('blue', 'bird', 'alice', 'call', 'the'), { minLength: 1, maxLength: 2 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), fc.array(phrase, { minLength: 1, maxLength: 3 }), (lines, phrases) => {
        const { before, after } = corrected(lines, phrases.map(hide))
        expect(after.map(source)).toEqual(before.map(source))
        for (const { text } of after) {
          for (const one of phrases) expect(withoutTokens(text)).not.toMatch(new RegExp(`(?<![\\p{L}\\p{N}])${one}(?![\\p{L}\\p{N}])`, 'iu'))
        }
        expect(corrected(lines, []).after).toEqual(before)
      }),
      { numRuns: 200 },
    )
  })
})
