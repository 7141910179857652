import { describe, expect, it } from 'vitest'
import { rawText } from '../../../src-shared/domain/raw-text/make.ts'
import { wordsOf } from '../../../src-shared/domain/raw-text/open.ts'
import { createTokenBook, redactMeeting, type UserRules } from '../../../src-main/core/redaction/index.ts'

const indexKey = new Uint8Array(32).fill(3)

function redact(lines: readonly (string | [speaker: string, text: string])[], options: { participants?: string[]; language?: string; rules?: UserRules } = {}) {
  const book = createTokenBook({ indexKey, entries: [] })
  const meeting = redactMeeting({
    cues: lines.map((line) => (typeof line === 'string' ? { text: rawText(line) } : { speaker: rawText(line[0]), text: rawText(line[1]) })),
    participants: (options.participants ?? []).map(rawText),
    ...(options.language === undefined ? {} : { language: options.language }),
    ...(options.rules === undefined ? {} : { rules: options.rules }),
  }, book)
  return { book, meeting, texts: meeting.cues.map(({ text }) => text.text), speakers: meeting.cues.map(({ speaker }) => speaker?.text ?? null) }
}

describe('names of participants', () => {
  it('gives one person one token in every form of the name', () => {
    const { texts } = redact(
      ['Alice Schmidt opened.', 'Thanks, Alice.', "that was alice's idea", 'Ms Schmidt agreed, said A. Schmidt.', 'Schmidt, Alice'],
      { participants: ['Alice Schmidt'] },
    )
    expect(texts).toEqual([
      '[PERSON_1] opened.', 'Thanks, [PERSON_1].', "that was [PERSON_1]'s idea", 'Ms [PERSON_1] agreed, said [PERSON_1].', '[PERSON_1]',
    ])
  })

  it('does not guess between two people of one name', () => {
    const { texts } = redact(['Alice Schmidt met Alice Wong.', 'Then Alice left.'], { participants: ['Alice Schmidt', 'Alice Wong'] })
    expect(texts).toEqual(['[PERSON_1] met [PERSON_2].', 'Then [PERSON_3] left.'])
  })

  it('leaves words alone that are also names', () => {
    const { texts } = redact(
      ['Will the mark move in May? It will.', 'I asked Will and Mark about the rose.'],
      { participants: ['Will Turner', 'Mark Rose'] },
    )
    expect(texts).toEqual(['Will the mark move in May? It will.', 'I asked [PERSON_1] and [PERSON_2] about the rose.'])
  })

  it('follows a name that was misheard by one letter', () => {
    const { texts } = redact(['We asked Priyank about it.'], { participants: ['Priyanka Rao'] })
    expect(texts).toEqual(['We asked [PERSON_1] about it.'])
  })

  it('turns speakers into tokens and keeps neutral labels', () => {
    const { speakers, meeting } = redact([['Alice Schmidt', 'Hi.'], ['Speaker 2', 'Hi.'], ['Unknown', 'Hi.'], ['Alice', 'Bye.']])
    expect(speakers).toEqual(['[PERSON_1]', 'Speaker 2', 'Unknown', '[PERSON_1]'])
    expect(meeting.names.map(({ token, display }) => [token, wordsOf(display)])).toEqual([['[PERSON_1]', 'Alice Schmidt']])
  })
})

describe('numbers and addresses', () => {
  it('sees one thing behind different spellings', () => {
    const { texts } = redact(
      ['Call +49 170 1234567.', 'Again: 0049 170 1234567.', 'Or 0170 1234567.', 'Mail Bob@Example.org or bob@example.org.', 'IBAN DE89 3704 0044 0532 0130 00 is de89370400440532013000.'],
      { language: 'de' },
    )
    expect(texts).toEqual([
      'Call [PHONE_1].', 'Again: [PHONE_1].', 'Or [PHONE_1].', 'Mail [EMAIL_1] or [EMAIL_1].', 'IBAN [IBAN_1] is [IBAN_1].',
    ])
  })

  it('finds a value that the captions cut in two', () => {
    const { texts } = redact([['Ann', 'the card is 4111 1111'], ['Ann', '1111 1111 thanks']])
    expect(texts).toEqual(['the card is [CREDIT_CARD_1]', '[CREDIT_CARD_1] thanks'])
  })
})

describe('the token book', () => {
  it('goes on after a crash with the same tokens', () => {
    const first = redact(['Alice Schmidt: bob@example.org'], { participants: ['Alice Schmidt'] })
    const again = createTokenBook({ indexKey, entries: first.book.entries() })
    const { title } = redactMeeting({ title: rawText('Write to bob@example.org and carol@example.org, says alice'), cues: [], participants: [] }, again)
    expect(title?.text).toBe('Write to [EMAIL_1] and [EMAIL_2], says [PERSON_1]')
    expect(again.entries()).toEqual(expect.arrayContaining(first.book.entries()))
  })

  it('shows no form to who lacks the key', () => {
    const { book } = redact(['bob@example.org'])
    const other = createTokenBook({ indexKey: new Uint8Array(32).fill(4), entries: book.entries() })
    expect(other.known('EMAIL', 'bob@example.org')).toBeUndefined()
    expect(JSON.stringify(book.entries())).not.toContain('bob')
  })
})

describe('rules of the person', () => {
  it('always hides and never hides whole words whatever their case', () => {
    const { texts } = redact(['Project NIGHTFALL and nightfalls, with Alice.'], { participants: ['Alice'], rules: { always: ['nightfall'], never: ['ALICE'] } })
    expect(texts).toEqual(['Project [OTHER_1] and nightfalls, with Alice.'])
  })
})
