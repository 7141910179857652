import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rawText } from '../../../src-shared/domain/raw-text/make.ts'
import { wordsOf } from '../../../src-shared/domain/raw-text/open.ts'
import { createTokenBook, redactMeeting, redactPlain, rehydrate, type RedactedUnit } from '../../../src-main/core/redaction/index.ts'

const indexKey = new Uint8Array(32).fill(7)
const newBook = () => createTokenBook({ indexKey, entries: [] })

const restored = (unit: RedactedUnit): string =>
  rehydrate(unit.text, (_, ordinal) => {
    const hidden = unit.hidden[ordinal]
    return hidden === undefined ? undefined : wordsOf(hidden.surface)
  })

/** Pieces that stand close to what redaction does: values, names, tokens and their look-alikes, and hard Unicode. */
const piece = fc.oneof(
  fc.constantFrom(
    'Alice Schmidt', 'alice', 'Will', 'will', 'bob@example.org', '+49 170 1234567', '4111 1111 1111 1111', 'DE89370400440532013000',
    '[PERSON_1]', '[PERSON_', '[\u2060PERSON_1]', '[EMAIL_2]', '[', ']', 'my name is ', 'password is ', 'at example dot com', 'double seven oh',
    'e\u0301', 'é', '\u0301', '👩‍👩‍👧', '🇩🇪', '\u200b', '\u200d', '\ufeff', 'שלום', 'مرحبا', '\u202e', '\r\n', '\n', ' ', ', ', '. ', '’s', "'s", 'İ',
    '\ud800', 'ﬁ', '１２３',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
)
const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''))

describe('a redacted meeting', () => {
  it('re-hydrates to the exact NFC source, whatever the source', () => {
    fc.assert(fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), text, (cues, title) => {
      const meeting = redactMeeting({ title: rawText(title), cues: cues.map((cue) => ({ text: rawText(cue) })),
        participants: [rawText('Alice Schmidt')] }, newBook())
      expect(meeting.title === null ? null : restored(meeting.title)).toBe(title.normalize('NFC'))
      expect(meeting.cues.map((cue) => restored(cue.text))).toEqual(cues.map((cue) => cue.normalize('NFC')))
    }), { numRuns: 400 })
  })

  it('hides disjoint stretches, in order, and says which', () => {
    fc.assert(fc.property(text, (source) => {
      const { cues } = redactMeeting({ cues: [{ text: rawText(source) }], participants: [rawText('Alice Schmidt')] }, newBook())
      let last = 0
      for (const { span, surface, ordinal } of cues[0]?.text.hidden ?? []) {
        expect(span.start).toBeGreaterThanOrEqual(last)
        expect(source.normalize('NFC').slice(span.start, span.end)).toBe(wordsOf(surface))
        expect(cues[0]?.text.hidden[ordinal]?.surface).toBe(surface)
        last = span.end
      }
    }), { numRuns: 400 })
  })
})

describe('a redacted text', () => {
  it('does not change when it is redacted again', () => {
    fc.assert(fc.property(text, (source) => {
      const once = redactPlain(source, { participants: ['Alice Schmidt'] }).redacted
      expect(redactPlain(once, { participants: ['Alice Schmidt'] }).redacted).toBe(once)
    }), { numRuns: 400 })
  })

  it('names places in the text as it was given, before normalising', () => {
    const given = 'Rene\u0301 says: mail rene\u0301@example.org now'
    const { entities } = redactPlain(given)
    const mail = entities.find(({ type }) => type === 'EMAIL')
    expect(given.slice(mail?.start, mail?.end)).toBe('rene\u0301@example.org')
  })
})
