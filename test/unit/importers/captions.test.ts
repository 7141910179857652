import { describe, expect, it } from 'vitest'
import { entriesOf, failureOf, read } from './reading.ts'

const lines = (...all: string[]): string => `${all.join('\n')}\n`

describe('WebVTT', () => {
  it('reads voices with classes, entities and several in one cue', async () => {
    const vtt = lines(
      'WEBVTT', '', '1', '00:01.000 --> 00:02.500 align:start position:0%', '<v.loud.first Jane &amp; Co>Is 3 &lt; 4 &gt; 2?&nbsp;Yes.</v>', '',
      '00:00:02.500 --> 00:00:04.000', '<v Bob>Right.</v>', '<v Ann>No, <i>not</i> at <c.yellow>all</c>.',
    )
    expect(await entriesOf(vtt)).toEqual(['Jane & Co|1000|2500|Is 3 < 4 > 2? Yes.', 'Bob|2500|4000|Right.', 'Ann|2500|4000|No, not at all.'])
  })

  it('forgives blank lines above the first', async () => {
    expect(await entriesOf(lines('', ' ', 'WEBVTT - of a talk', 'Kind: captions', '', '00:01.000 --> 00:02.000',
      '<v Ann Lee>Hi.'))).toEqual(['Ann Lee|1000|2000|Hi.'])
  })

  it('skips notes, styles and regions, whatever they hold', async () => {
    const vtt = lines(
      'WEBVTT - exported', 'Kind: captions', 'Language: de', '', 'STYLE', '::cue { color: yellow }', '', 'REGION', 'id:fred', '',
      'NOTE Confidence: 0.91', '', 'NOTE', 'two lines', 'of it', '', 'intro', '00:00.000 --> 00:01.000', 'Hallo.', '', 'NOTE done',
    )
    expect(await entriesOf(vtt)).toEqual(['?|0|1000|Hallo.'])
    expect((await read(vtt)).language).toBe('de')
  })

  it('reads the captions of Stream: a note of confidence before every cue, lines wrapped', async () => {
    const vtt = lines(
      'WEBVTT', '', 'NOTE duration:"00:00:32.5820000"', '', 'NOTE language:en-us', '', 'NOTE Confidence: 0.69450831413269', '',
      'ef04c7c2-a59e-463f-9d27-b5b1259d6777', '00:00:03.300 --> 00:00:06.870', 'So my first', 'question is', '', 'NOTE Confidence: 0.62', '',
      '8a017ebb-1722-4e7f-8984-fc6da39c3489', '00:00:08.100 --> 00:00:09.620', 'this one.',
    )
    expect(await entriesOf(vtt)).toEqual(['?|3300|6870|So my first question is', '?|8100|9620|this one.'])
  })

  it('reads Zoom names, leaves colons in the words alone and keeps overlapping cues in order', async () => {
    const vtt = lines(
      'WEBVTT', '', '1', '00:00:01.000 --> 00:00:05.000', 'Samson Zhang: one thing: the room.', '', '2', '00:00:00.500 --> 00:00:06.000',
      'Yuki Wang: at 10:30, see https://example.org/a', '', '3', '00:00:06.000 --> 00:00:07.000', 'Samson Zhang: Note: done.',
    )
    expect(await entriesOf(vtt)).toEqual([
      'Samson Zhang|1000|5000|one thing: the room.', 'Yuki Wang|500|6000|at 10:30, see https://example.org/a', 'Samson Zhang|6000|7000|Note: done.',
    ])
  })

  it('leaves an unnamed Zoom cue without a speaker where every other cue is named', async () => {
    const cue = (at: number, text: string): string => `${at}\n00:00:0${at}.000 --> 00:00:0${at}.900\n${text}\n`
    const vtt = `WEBVTT\n\n${[cue(1, 'Ann Lee: one'), cue(2, 'Ann Lee: two'), cue(3, 'who said this'), cue(4, 'Bob Ray: three')].join('\n')}`
    expect((await read(vtt)).entries.map(({ speaker }) => speaker)).toEqual(['Ann Lee', 'Ann Lee', null, 'Bob Ray'])
  })

  it('takes phone numbers, devices and tokens for speakers as Zoom writes them', async () => {
    const vtt = lines(
      'WEBVTT', '', '00:01.000 --> 00:02.000', '+1 415***1234: hello', '', '00:02.000 --> 00:03.000', "Ann's iPhone: hi", '',
      '00:03.000 --> 00:04.000', '[PERSON_1]: yes',
    )
    expect((await read(vtt)).speakers).toEqual(['+1 415***1234', "Ann's iPhone", '[PERSON_1]'])
  })

  it('reads Webex, which names the speaker in the identifier', async () => {
    const vtt = lines('WEBVTT', '', '1 "Jane Doe" (3819520)', '00:00:01.000 --> 00:00:02.000', 'Good morning.', '', '2 "Bob Ray" (1)',
      '00:00:02.000 --> 00:00:03.000', 'Hi.')
    expect(await entriesOf(vtt)).toEqual(['Jane Doe|1000|2000|Good morning.', 'Bob Ray|2000|3000|Hi.'])
  })

  it('shows each line of rolling machine captions once', async () => {
    const vtt = lines(
      'WEBVTT', 'Kind: captions', 'Language: en', '', '00:00:00.080 --> 00:00:02.270 align:start position:0%', ' ',
      'so<00:00:00.320><c> today</c><00:00:00.640><c> we</c>', '',
      '00:00:02.270 --> 00:00:02.280 align:start position:0%', 'so today we', ' ', '', '00:00:02.280 --> 00:00:04.000 align:start position:0%',
      'so today we',
      'talk<00:00:02.500><c> about</c>', '', '00:00:04.000 --> 00:00:04.010 align:start position:0%', 'talk about', ' ',
    )
    const { entries, emptyCues } = await read(vtt)
    expect(entries.map(({ text }) => text)).toEqual(['so today we', 'talk about'])
    expect(emptyCues).toBe(2)
  })

  it('takes hours over 99, times without hours, zero-length cues and ends before starts', async () => {
    const vtt = lines(
      'WEBVTT', '', '123:00:00.000 --> 123:00:01.500', 'late', '', '00:05.000 --> 00:05.000', 'no time', '', '00:09.000 --> 00:08.000', 'backwards',
    )
    expect(await entriesOf(vtt)).toEqual(['?|442800000|442801500|late', '?|5000|5000|no time', '?|9000|9000|backwards'])
  })

  it('keeps words behind a blank line inside a cue and cues without a blank line between', async () => {
    const vtt = lines('WEBVTT', '00:00.000 --> 00:01.000', 'first', '', 'and more', '', '00:01.000 --> 00:02.000', 'second', '3',
      '00:02.000 --> 00:03.000', 'third')
    expect(await entriesOf(vtt)).toEqual(['?|0|1000|first and more', '?|1000|2000|second', '?|2000|3000|third'])
  })

  it('drops cues without words and counts them', async () => {
    const vtt = lines('WEBVTT', '', '00:00.000 --> 00:01.000', '', '00:01.000 --> 00:02.000', '<v Ann></v>', '', '00:02.000 --> 00:03.000', '\u200b',
      '', '00:03.000 --> 00:04.000', '<v Ann>Hi</v>')
    const { entries, emptyCues } = await read(vtt)
    expect(entries).toEqual([{ speaker: 'Ann', startMs: 3000, endMs: 4000, text: 'Hi' }])
    expect(emptyCues).toBe(3)
  })

  it('reads angle brackets that are no tags and unknown references as they are', async () => {
    expect(await entriesOf(lines('WEBVTT', '', '00:00.000 --> 00:01.000', 'a < b and c > d & &foo; &#8364; <3'))).toEqual([
      '?|0|1000|a < b and c > d & &foo; € <3',
    ])
  })

  it('brings names and words to NFC', async () => {
    const { speakers } = await read(lines('WEBVTT', '', '00:00.000 --> 00:01.000', '<v Ju\u0308rgen>a</v>', '', '00:01.000 --> 00:02.000',
      '<v J\u00fcrgen>b</v>'))
    expect(speakers).toEqual(['J\u00fcrgen'])
  })
})

describe('SRT', () => {
  it('takes missing counters, dots for commas, missing blank lines and short clocks', async () => {
    const srt = lines('00:00:01.000 --> 00:00:02,5', 'one', '', '2', '00:02,500 --> 00:03,000', 'two', '3',
      '0:00:03,000 --> 0:00:04,000  X1:40 X2:600', 'three')
    expect(await entriesOf(srt)).toEqual(['?|1000|2500|one', '?|2500|3000|two', '?|3000|4000|three'])
  })

  it('begins at zero what was moved before it, and forgives a blank in a clock', async () => {
    const srt = lines('1', '-00:00:03,000 --> -00:00:01,500', 'one', '', '2', '-00:00:01,000 --> 00:00:02, 000',
      'two', '', '3', '00:00:02 ,000 --> 00:00:03,000', 'three')
    expect(await entriesOf(srt)).toEqual(['?|0|0|one', '?|0|2000|two', '?|2000|3000|three'])
  })

  it('reads names on the first line of every cue, and takes no other first line for one', async () => {
    const cues = (...words: string[][]): string => lines(...words.flatMap((payload, at) => [`0:0:${at}.110 --> 0:0:${at}.900`, ...payload, '']))
    expect(await entriesOf(cues(['Chidinma Okonkwo', 'Good morning,', 'all.'], ['Rasmus Østergård', 'Hi.'],
      ['Chidinma Okonkwo', 'Thanks.']))).toEqual([
      'Chidinma Okonkwo|110|900|Good morning, all.', 'Rasmus Østergård|1110|1900|Hi.', 'Chidinma Okonkwo|2110|2900|Thanks.',
    ])
    expect(await entriesOf(cues(['Good Morning', 'all.'], ['We met in', 'New York.'], ['New York', 'is large.']))).toEqual([
      '?|110|900|Good Morning all.', '?|1110|1900|We met in New York.', '?|2110|2900|New York is large.',
    ])
  })

  it('drops styles and positions', async () => {
    expect(await entriesOf(lines('1', '00:00:01,000 --> 00:00:02,000',
      '{\\an8}<font color="#ffff00"><i>Hello</i></font> &amp; <b>you</b>'))).toEqual(['?|1000|2000|Hello & you'])
  })

  it('decodes character references once, where the file has no ampersand of another kind', async () => {
    const srt = (words: string): string => lines('1', '00:00:01,000 --> 00:00:02,000', words)
    expect(await entriesOf(srt('Q&amp;A isn&#39;t &quot;3 &lt; 4&quot;&nbsp;&gt; &#xe9;'))).toEqual(['?|1000|2000|Q&A isn\'t "3 < 4" > é'])
    expect(await entriesOf(srt('write &amp;lt; for &lt;b&gt;'))).toEqual(['?|1000|2000|write &lt; for <b>'])
    expect(await entriesOf(srt('R & D write &amp; for it'))).toEqual(['?|1000|2000|R & D write &amp; for it'])
    expect(await entriesOf(srt('AT&T &foo; & so on'))).toEqual(['?|1000|2000|AT&T &foo; & so on'])
  })

  it('shows each line of rolling captions once', async () => {
    const cues = [['00:00:00,160', '00:00:03,510', 'welcome to the'], ['00:00:03,500', '00:00:03,510', 'welcome to the\n '],
      ['00:00:03,510', '00:00:06,230', 'welcome to the\nall hands &amp; so on'], ['00:00:06,220', '00:00:06,230', 'all hands &amp; so on\n '],
      ['00:00:06,230', '00:00:09,000', 'all hands &amp; so on\nso on'], ['00:00:09,000', '00:00:09,010', 'so on\n '],
      ['00:00:09,010', '00:00:11,000', 'so on\nso on']]
    const wanted = ['?|160|3510|welcome to the', '?|3510|6230|all hands & so on', '?|6230|9000|so on', '?|9010|11000|so on']
    const srt = (some: typeof cues): string => some.map(([from, to, text], at) => `${at + 1}\n${from} --> ${to}\n${text}\n`).join('\n')
    expect(await entriesOf(srt(cues))).toEqual(wanted)
    expect(await entriesOf(srt(cues.filter((_, at) => at % 2 === 0)))).toEqual(wanted)
  })

  it('keeps words that are said twice', async () => {
    const srt = lines('1', '00:00:01,000 --> 00:00:01,050', 'Yes.', '', '2', '00:00:02,000 --> 00:00:02,050', 'Yes.', '', '3',
      '00:00:03,000 --> 00:00:04,000', 'Yes.', 'Right.', '', '4', '00:00:05,000 --> 00:00:06,000', 'It is', 'late.', '', '5',
      '00:00:06,000 --> 00:00:07,000', 'Go home', 'then.')
    expect((await read(srt)).entries.map(({ text }) => text)).toEqual(['Yes.', 'Yes.', 'Yes. Right.', 'It is late.', 'Go home then.'])
  })

  it('carries a name on where it is only written when the speaker changes, and >> says somebody else speaks', async () => {
    const srt = lines(
      '1', '00:00:01,000 --> 00:00:02,000', 'JANE DOE: so I', '', '2', '00:00:02,000 --> 00:00:03,000', 'thought', '', '3',
      '00:00:03,000 --> 00:00:04,000', 'BOB RAY: no', '',
      '4', '00:00:04,000 --> 00:00:05,000', '>> why', '', '5', '00:00:05,000 --> 00:00:06,000', '>> JANE DOE: because',
    )
    expect(await entriesOf(srt)).toEqual([
      'JANE DOE|1000|2000|so I', 'JANE DOE|2000|3000|thought', 'BOB RAY|3000|4000|no', '?|4000|5000|why', 'JANE DOE|5000|6000|because',
    ])
  })

  it('makes an entry of each speaker in a cue', async () => {
    const srt = lines('1', '00:00:01,000 --> 00:00:02,000', 'Ann Lee: Ready?', 'Bob Ray: Nearly: one', 'more minute.', '', '2',
      '00:00:02,000 --> 00:00:03,000', 'Ann Lee: Good.')
    expect(await entriesOf(srt)).toEqual(['Ann Lee|1000|2000|Ready?', 'Bob Ray|1000|2000|Nearly: one more minute.', 'Ann Lee|2000|3000|Good.'])
  })

  it('does not take a phrase before a colon for a speaker', async () => {
    const words = ['So: here we go', 'Note: this matters', 'the thing is: no', 'Right.', 'Big Question: why', 'and now', 'then', 'this', 'and',
      'that', 'and so', 'on it', 'goes', 'for a', 'while', 'yet', 'more', 'of', 'it', 'here', 'end']
    const srt = words.map((text,
      index) => `${index + 1}\n00:00:${String(index).padStart(2, '0')},000 --> 00:00:${String(index).padStart(2, '0')},900\n${text}\n`).join('\n')
    expect((await read(srt)).speakers).toEqual([])
  })

  it('reads WebVTT that lost its first line, voices included', async () => {
    const { format, entries } = await read(lines('00:00:01.000 --> 00:00:02.000', '<v Ann>Hello</v>'))
    expect([format, entries]).toEqual(['srt', [{ speaker: 'Ann', startMs: 1000, endMs: 2000, text: 'Hello' }]])
  })

  it('reads CR, CRLF and LF alike', async () => {
    const srt = lines('1', '00:00:01,000 --> 00:00:02,000', 'a', 'b', '', '2', '00:00:02,000 --> 00:00:03,000', 'c')
    const wanted = ['?|1000|2000|a b', '?|2000|3000|c']
    expect(await entriesOf(srt.replaceAll('\n', '\r\n'))).toEqual(wanted)
    expect(await entriesOf(srt.replaceAll('\n', '\r'))).toEqual(wanted)
  })
})

describe('broken captions name the line and what was expected', () => {
  const TIME = 'a cue time such as 00:00:01.000 --> 00:00:04.500'
  it.each([
    ['a word in a time', lines('WEBVTT', '', '1', '00:00:xx.000 --> 00:00:02.000', 'hi'), { format: 'WebVTT', line: 4, expected: TIME }],
    ['sixty-one seconds', lines('WEBVTT', '', '00:00:61.000 --> 00:01:02.000', 'hi'), { format: 'WebVTT', line: 3, expected: TIME }],
    ['no end', lines('WEBVTT', '', '00:00:01.000 --> 00:00:02.000', 'hi', '', '00:00:03.000 -->'), { format: 'WebVTT', line: 6, expected: TIME }],
    ['a time cut off', lines('WEBVTT', '', '00:00:01.000 --> 00:00:02.000', 'hi', '', '00:00:03.0'), { format: 'WebVTT', line: 6, expected: TIME }],
    ['a counter without a time', lines('WEBVTT', '', '00:00:01.000 --> 00:00:02.000', 'hi', '', '2', 'lost'), { format: 'WebVTT', line: 7,
      expected: TIME }],
    ['words before the first cue', lines('WEBVTT', '', 'lost', '', '00:00:01.000 --> 00:00:02.000',
      'hi'), { format: 'WebVTT', line: 3, expected: TIME }],
    ['SRT', lines('1', '00:00:01,000 --> oops', 'hi'), { format: 'SRT', line: 2, expected: 'a cue time such as 00:00:01,000 --> 00:00:04,500' }],
  ])('%s', async (_, source, wanted) => {
    expect(await failureOf(source)).toEqual({ code: 'BAD_TRANSCRIPT', ...wanted })
  })

  it('calls captions without words empty', async () => {
    expect(await failureOf('WEBVTT\n\n')).toEqual({ code: 'EMPTY_TRANSCRIPT', format: 'WebVTT' })
    expect(await failureOf('WEBVTT')).toEqual({ code: 'EMPTY_TRANSCRIPT', format: 'WebVTT' })
    expect(await failureOf(lines('1', '00:00:01,000 --> 00:00:02,000', ' '))).toEqual({ code: 'EMPTY_TRANSCRIPT', format: 'SRT' })
  })
})
