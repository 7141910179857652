import { describe, expect, it } from 'vitest'
import { rawText } from '../../../src-shared/domain/raw-text/make.ts'
import { wordsOf } from '../../../src-shared/domain/raw-text/open.ts'
import { createTokenBook, redactMeeting } from '../../../src-main/core/redaction/index.ts'

type Line = string | readonly [speaker: string, text: string]

function redact(lines: readonly Line[], { participants = [], language }: { participants?: readonly string[]; language?: string } = {}) {
  const meeting = redactMeeting(
    {
      cues: lines.map((line) => (typeof line === 'string' ? { text: rawText(line) } : { speaker: rawText(line[0]), text: rawText(line[1]) })),
      participants: participants.map(rawText),
      ...(language === undefined ? {} : { language }),
    },
    createTokenBook({ indexKey: new Uint8Array(32), entries: [] }),
  )
  return {
    texts: meeting.cues.map(({ text }) => text.text),
    displays: Object.fromEntries(meeting.names.map(({ token, display }) => [token, wordsOf(display)])),
  }
}

describe('a person who is known, inside words that only look like a name', () => {
  it.each([
    ['de', 'Hallo Jürgen, schön dich zu sehen.', 'Hallo [PERSON_1], schön dich zu sehen.'],
    ['de', 'Servus Jürgen', 'Servus [PERSON_1]'],
    ['de', 'Grüß Gott Jürgen Müller.', 'Grüß Gott [PERSON_1].'],
    ['en', 'Hello Jürgen, welcome.', 'Hello [PERSON_1], welcome.'],
    ['sv', 'Hej Jürgen, välkommen.', 'Hej [PERSON_1], välkommen.'],
  ])('%s: %s', (language, said, hidden) => {
    expect(redact([['Jürgen Müller', 'Ja.'], ['Anna Berg', said]], { language }).texts[1]).toBe(hidden)
  })

  it('is no other person of the same first name', () => {
    const { texts, displays } = redact(['Hi Jürgen.', 'Then Jürgen Solberg called.'], { participants: ['Jürgen Müller'] })
    expect(displays[/\[PERSON_\d\]/.exec(texts[1] ?? '')?.[0] ?? '']).toBe('Jürgen Solberg')
  })
})

describe('names at the seams of a text', () => {
  it('are two where a line ends between them', () => {
    const { texts, displays } = redact(['Thanks Mateo', 'Ingrid is here and Mateo agreed'])
    expect(texts).toEqual(['Thanks [PERSON_1]', '[PERSON_2] is here and [PERSON_1] agreed'])
    expect(displays).toEqual({ '[PERSON_1]': 'Mateo', '[PERSON_2]': 'Ingrid' })
  })

  it('are two where a sentence ends between them, inside one entry too', () => {
    expect(redact(['Let us ask Mateo\nIngrid is here. Thanks Mateo. Ingrid left.']).texts)
      .toEqual(['Let us ask [PERSON_1]\n[PERSON_2] is here. Thanks [PERSON_1]. [PERSON_2] left.'])
  })

  it('are one where captions cut a known name', () => {
    expect(redact([['Ann Lee', 'then Jürgen'], ['Ann Lee', 'Müller called']], { participants: ['Jürgen Müller'] }).texts)
      .toEqual(['then [PERSON_1]', '[PERSON_1] called'])
  })
})

describe('labels of calls', () => {
  it.each([
    ['Okonkwo, Chidinma (External)', 'Chidinma Okonkwo'],
    ['Okonkwo, Chidinma [ACME Ltd]', 'Chidinma Okonkwo'],
    ['Chidinma Okonkwo, PhD', 'Chidinma Okonkwo'],
    ['van der Berg, Ruth | Guest', 'Ruth van der Berg'],
  ])('%s is shown as %s', (label, shown) => {
    const { texts, displays } = redact([[label, 'Hi.'], ['Bob Ray', `Thanks ${shown.split(' ')[0] ?? ''}, over to you.`]])
    expect(texts[1]).toBe('Thanks [PERSON_1], over to you.')
    expect(displays['[PERSON_1]']).toBe(shown)
  })
})
