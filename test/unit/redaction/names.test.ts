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

describe('a name inside an address or a handle', () => {
  const hidden = (text: string): string => redact([['Nadia Brandt', text]], { participants: ['Jürgen Groß', 'Will Turner'] }).texts[0] ?? ''

  it.each([
    ['see https://nadiabrandt.com/cv#work now', 'see [URL_1] now'],
    ['on nadia-brandt.dev, blog.brandt-consulting.de', 'on [URL_1], [URL_2]'],
    ['look at nadiabrandt.github.io.', 'look at [URL_1].'],
    ['www.example.com/nadia/notes and linkedin.com/in/nadiab', '[URL_1] and [URL_2]'],
    ['my page is juergengross dot com', 'my page is [URL_1]'],
    ['mail brandt@firm.example', 'mail [EMAIL_1]'],
    ['ask nbrandt, nadia_b or juergen.gross84', 'ask [USERNAME_1], [USERNAME_2] or [USERNAME_3]'],
    ['on chat i am nadia underscore b', 'on chat i am [USERNAME_1]'],
  ])('%s', (said, redacted) => {
    expect(hidden(said)).toBe(redacted)
  })

  it.each(['look at docs.example.com/start', 'Will.it be fine? The turner.', 'the brand is brandy.example.com'])('is not in: %s', (said) => {
    expect(hidden(said)).toBe(said)
  })

  it('is found for people whom only the text names in full', () => {
    expect(redact(['My name is Ngozi Okafor.', 'The folder nokafor or okafor.dev/talks.']).texts[1]).toBe('The folder [USERNAME_1] or [URL_1].')
  })
})

describe('names written without blanks', () => {
  it.each([
    ['ja', '山田太郎', '今日山田さんは休み。山田太郎様、太郎くん、山田です', '今日[PERSON_1]さんは休み。[PERSON_1]様、[PERSON_1]くん、[PERSON_1]です'],
    ['ja', '佐藤 花子（営業）', '佐藤花子と佐藤さん', '[PERSON_1]と[PERSON_1]さん'],
    ['ja', 'ジョン・スミス', 'スミスさん', '[PERSON_1]さん'],
    ['ja', '山田太郎', '山田線の駅と田中さん', '山田線の駅と田中さん'],
    ['zh', '王小明', '王先生好，小王说小明不来', '[PERSON_1]先生好，小[PERSON_1]说[PERSON_1]不来'],
    ['zh', '王小明', '女王来了', '女王来了'],
    ['ko', '김민수', '김 과장님, 민수가 왔어요', '[PERSON_1] 과장님, [PERSON_1]가 왔어요'],
  ])('%s: %s in %s', (language, participant, said, hidden) => {
    expect(redact([said], { participants: [participant], language }).texts).toEqual([hidden])
  })

  it('makes nobody of a family name that two share', () => {
    const { texts } = redact(['山田さん', '花子さん', '山田太郎さん'], { participants: ['山田太郎', '山田花子'], language: 'ja' })
    expect(new Set(texts).size).toBe(3)
  })
})

describe('what is nobody', () => {
  it.each([
    'We use Postgres for the Product Standup, said the Redis team. Thanks Postgres.',
    'Marketing Sync, then Sprint Review, then Terraform and Grafana.',
    'The people from Kestrel Insurance met Lindenwerk Beratung GmbH.',
    'the yellow one is showable and then everyth uncurved pushbuttons',
    'Four homes had to close, and 30 in the Arctic circle.',
  ])('%s', (said) => {
    expect(redact([said]).texts).toEqual([said])
  })
})

describe('a name in lower case that no list has', () => {
  it.each([
    ['i spoke to meenakshi about it', 'i spoke to [PERSON_1] about it'],
    ['well wanjiru thinks we should wait', 'well [PERSON_1] thinks we should wait'],
    ['so eilidh demirci said no', 'so [PERSON_1] said no'],
  ])('%s', (said, hidden) => {
    expect(redact([said]).texts).toEqual([hidden])
  })
})
