import { describe, expect, it } from 'vitest'
import { entriesOf, read } from './reading.ts'

const lines = (...all: string[]): string => `${all.join('\n')}\n`

describe('Teams', () => {
  it('reads the Word export pasted with its head, several lines a turn and closing line', async () => {
    const text = lines(
      'Accounting Check-in-20260710_154212-Meeting Recording', 'July 10, 2026, 8:42PM', '31m 5s', '', 'Marcelo Torres started transcription', '',
      'Robert Kihm   0:03', 'with you. And then: renewal.', '', 'Marcelo Torres   0:21', 'That was.', 'Okay.', '', 'Robert Kihm   1:02:28', 'Term.', '',
      'Marcelo Torres stopped transcription',
    )
    const { format, title, date, attendees } = await read(text)
    expect({ format, title, date, attendees }).toEqual({ format: 'teams-text', title: 'Accounting Check-in', date: '2026-07-10T20:42:00', attendees: [] })
    expect(await entriesOf(text)).toEqual([
      'Robert Kihm|3000|-|with you. And then: renewal.', 'Marcelo Torres|21000|-|That was. Okay.', 'Robert Kihm|3748000|-|Term.',
    ])
  })

  it('reads what is copied from the page of a recording: groups, initials and times said in words', async () => {
    const text = lines(
      'Paul Murphy', '0 minutes 3 seconds0:03', 'Paul Murphy 0 minutes 3 seconds', 'Uh, yeah.', 'JV', '', 'Jeff Voigt', '0 minutes 24 seconds0:24',
      'Jeff Voigt 0 minutes 24 seconds',
      'Yeah.', 'Jeff Voigt 0 minutes 26 seconds', 'It is in the proposal.', '', 'Ian Ng', '12 minutes12:00', 'Ian Ng 12 minutes', 'Yeah.', 'JV',
      'Jeff Voigt',
      '1 hour 1 minute 4 seconds1:01:04', 'Jeff Voigt 1 hour 1 minute 4 seconds', 'OK',
    )
    const { format, speakers, title } = await read(text)
    expect({ format, speakers, title }).toEqual({ format: 'teams-text', speakers: ['Paul Murphy', 'Jeff Voigt', 'Ian Ng'], title: undefined })
    expect(await entriesOf(text)).toEqual([
      'Paul Murphy|3000|-|Uh, yeah.', 'Jeff Voigt|24000|-|Yeah.', 'Jeff Voigt|26000|-|It is in the proposal.', 'Ian Ng|720000|-|Yeah.',
      'Jeff Voigt|3664000|-|OK',
    ])
  })

  it('reads the page in German', async () => {
    const text = lines(
      'KI-generierte Inhalte können fehlerhaft sein', '', 'Ann Lee hat die Transkription gestartet', '', 'Ann Lee', '0 90:09',
      'Ann Lee 0 Minuten 9 Sekunden', 'Also los.',
      'Ann Lee 1 Minute', 'Gut.', 'BR', 'Bob Ray', '1 61:06', 'Bob Ray 1 Minute 6 Sekunden', 'Ja.', 'Ann Lee hat die Transkription beendet',
    )
    expect(await entriesOf(text)).toEqual(['Ann Lee|9000|-|Also los.', 'Ann Lee|60000|-|Gut.', 'Bob Ray|66000|-|Ja.'])
  })

  it('reads blocks with or without blank lines and with tabs', async () => {
    const wanted = ['Jürgen Weiß|30000|-|Hallo.', 'Ann Lee|31000|-|Hi.']
    expect(await entriesOf(lines('Jürgen Weiß   0:30', 'Hallo.', 'Ann Lee   0:31', 'Hi.'))).toEqual(wanted)
    expect(await entriesOf(lines('Jürgen Weiß   0:30', '', 'Hallo.', '', 'Ann Lee   0:31', '', 'Hi.'))).toEqual(wanted)
    expect(await entriesOf(lines('Jürgen Weiß\t0:30', 'Hallo.', 'Ann Lee\t0:31', 'Hi.'))).toEqual(wanted)
    expect(await entriesOf(lines('Jürgen Weiß\u00a0\u00a0\u00a00:30', 'Hallo.', 'Ann Lee\u00a0\u00a0\u00a00:31', 'Hi.'))).toEqual(wanted)
  })
})

describe('Zoom', () => {
  it('counts the time of day from the first entry, over midnight too', async () => {
    const text = lines('[Ann Lee] 23:59:30', 'Late.', '', '[Bob Ray] 00:00:10', 'Later.', '', '[Ann Lee] 00:00:12', 'Is that', 'so?')
    expect((await read(text)).format).toBe('zoom-text')
    expect(await entriesOf(text)).toEqual(['Ann Lee|0|-|Late.', 'Bob Ray|40000|-|Later.', 'Ann Lee|42000|-|Is that so?'])
  })

  it('keeps times that already count from the start, and takes twelve-hour clocks', async () => {
    expect(await entriesOf(lines('[Ann Lee] 00:00:05', 'a', '', '[Bob Ray] 00:00:09', 'b'))).toEqual(['Ann Lee|5000|-|a', 'Bob Ray|9000|-|b'])
    expect(await entriesOf(lines('[Ann Lee] 11:59:58 AM', 'a', '', '[Bob Ray] 12:00:03 PM', 'b'))).toEqual(['Ann Lee|0|-|a', 'Bob Ray|5000|-|b'])
  })

  it('reads heads without brackets', async () => {
    const text = lines('Ann Lee 00:00:05', 'We meet at 10:30.', '', 'Bob Ray 00:01:09', 'See you 10:30', '', 'Ann Lee 00:01:20', 'Yes.')
    expect((await read(text)).format).toBe('zoom-text')
    expect(await entriesOf(text)).toEqual(['Ann Lee|5000|-|We meet at 10:30.', 'Bob Ray|69000|-|See you 10:30', 'Ann Lee|80000|-|Yes.'])
  })

  it('reads the chat, old and new', async () => {
    expect(await entriesOf(lines('10:02:31\t From Ann Lee : Hi: all', '10:02:40\t From  Bob Ray : Hello'))).toEqual([
      'Ann Lee|0|-|Hi: all', 'Bob Ray|9000|-|Hello',
    ])
    expect(await entriesOf(lines('10:02:31 From Ann Lee to Everyone:', '\tHi all', '10:02:40 From Bob Ray to Ann Lee(Direct Message):',
      '\tHello'))).toEqual([
      'Ann Lee|0|-|Hi all', 'Bob Ray|9000|-|Hello',
    ])
  })
})

describe('Otter', () => {
  it('reads the head with keywords and speakers, unnamed turns and the footer', async () => {
    const text = lines(
      'Budget call', 'Wed, Mar 3, 2021 10:00AM • 30:15', '', 'SUMMARY KEYWORDS', 'budget, team, numbers', '', 'SPEAKERS',
      'Ann Lee, Bob Ray, Cy Twombly', '',
      'Ann Lee  00:00', 'Okay so', '', 'Unknown Speaker  00:07', 'What?', '', '00:09', 'Who is that?', '', 'Bob Ray  1:00:12', 'Me.', '',
      'Transcribed by https://otter.ai',
    )
    const { format, title, date, attendees } = await read(text)
    expect({ format, title, date, attendees }).toEqual({
      format: 'otter-text', title: 'Budget call', date: '2021-03-03T10:00:00', attendees: ['Cy Twombly'],
    })
    expect(await entriesOf(text)).toEqual(['Ann Lee|0|-|Okay so', 'Unknown Speaker|7000|-|What?', '?|9000|-|Who is that?', 'Bob Ray|3612000|-|Me.'])
  })

  it('reads an export without names', async () => {
    const text = lines('0:01  ', 'When I was a kid, apples were garbage.', '', '0:15  ', 'It was a bad time.', '', 'Transcribed by https://otter.ai')
    expect(await entriesOf(text)).toEqual(['?|1000|-|When I was a kid, apples were garbage.', '?|15000|-|It was a bad time.'])
  })

  it('reads neutral names as names', async () => {
    expect((await read(lines('Speaker 1  0:01  ', 'a', '', 'Speaker 2  0:03  ', 'b'))).speakers).toEqual(['Speaker 1', 'Speaker 2'])
  })
})

describe('Google Meet', () => {
  it('reads a document that begins with notes, and nothing before the first clock', async () => {
    const text = lines(
      '✍️ Quick notes', 'Kyle Tabor: to send the invite', '', '📖 Transcript', 'Sep 25, 2026', 'Build a bot, live - Transcript', '00:06:20', '', '',
      'Ramsey Jamoul: Hey.',
      "Kyle Tabor: That's the plan: ship.", '00:07:20', "Ramsey Jamoul's Presentation: the slides", 'go on here', '', '',
        'Transcription ended after 01:40:53', '',
      'This editable transcript was computer generated and might contain errors. People can also change the text after it was created.',
    )
    expect((await read(text)).format).toBe('google-meet-text')
    expect(await entriesOf(text)).toEqual([
      'Ramsey Jamoul|380000|-|Hey.', "Kyle Tabor|380000|-|That's the plan: ship.", "Ramsey Jamoul's Presentation|440000|-|the slides go on here",
    ])
  })

  it('reads a document without clocks, and lists who was there but did not speak', async () => {
    const text = lines(
      'Governance Call - 2024/11/21 15:51 GMT - Transcript', 'Attendees', "Ann Lee, Bob Ray, Bob Ray's Presentation, Cy Twombly", '',
      'This editable transcript was computer generated and might contain errors. People can also change the text after it was created.', '',
      'Ann Lee: All right, awesome.', '',
      'Bob Ray: Welcome.', '', 'Ann Lee: Bye.', '', 'Meeting ended after 00:28:55 👋',
    )
    const { format, title, date, attendees, entries } = await read(text)
    expect({ format, title, date, attendees }).toEqual({
      format: 'google-meet-text', title: 'Governance Call', date: '2024-11-21T15:51:00Z', attendees: ['Cy Twombly'],
    })
    expect(entries.map(({ text }) => text)).toEqual(['All right, awesome.', 'Welcome.', 'Bye.'])
  })

  it('reads its Markdown download', async () => {
    const text = lines(
      '# **Round up (2026-04-24 09:00 GMT+1) - Transcript**', '### Attendees', 'Ann Lee, Bob Ray', '', '### 00:00:00', '',
      '**Ann Lee:** goal is *here*.  ', '**Bob Ray:** Yeah.', '',
      '### 00:00:53', '', '**Ann Lee:** busy day', '', '### Transcription ended after 00:26:28', '',
      '*This editable transcript was computer generated and might contain errors. People can also change the text after it was created.*',
    )
    const { title, date } = await read(text)
    expect({ title, date }).toEqual({ title: 'Round up', date: '2026-04-24T09:00:00+01:00' })
    expect(await entriesOf(text)).toEqual(['Ann Lee|0|-|goal is *here*.', 'Bob Ray|0|-|Yeah.', 'Ann Lee|53000|-|busy day'])
  })

  it('reads clocks between labelled lines even without a header', async () => {
    expect(await entriesOf(lines('00:00:00', '', 'Ann Lee: a', 'Bob Ray: b', '', '00:05:00', '', 'Ann Lee: c'))).toEqual([
      'Ann Lee|0|-|a', 'Bob Ray|0|-|b', 'Ann Lee|300000|-|c',
    ])
  })
})

describe('other programs', () => {
  it.each([
    ['Descript, Fireflies', lines('[00:00:05] Ann Lee: Hi: all', '[00:01:07] Bob Ray: Hello', 'again')],
    ['without brackets', lines('00:00:05 Ann Lee: Hi: all', '00:01:07 Bob Ray: Hello', 'again')],
    ['round brackets', lines('(00:05) Ann Lee: Hi: all', '(01:07) Bob Ray: Hello again')],
    ['Markdown list', lines('- [00:05] **Ann Lee:** Hi: all', '- [01:07] **Bob Ray:** Hello again')],
    ['Rev', lines('Ann Lee (00:05):', 'Hi: all', '', 'Bob Ray (01:07):', 'Hello again')],
    ['Rev on one line', lines('Ann Lee (00:05): Hi: all', 'Bob Ray (01:07): Hello again')],
    ['square behind the name', lines('Ann Lee [00:00:05]', 'Hi: all', '', 'Bob Ray [00:01:07]', 'Hello again')],
    ['Fathom', lines('Call - March 3', '', '@0:05 - Ann Lee', 'Hi: all', '', '@1:07 - Bob Ray', 'Hello again')],
    ['Word', lines('Audio file', 'call.wav', '', 'Transcript', '00:00:05 Ann Lee', 'Hi: all', '', '00:01:07 Bob Ray', 'Hello again')],
    ['a bar', lines('0:05 | Ann Lee', 'Hi: all', '', '1:07 | Bob Ray', 'Hello again')],
    ['a dash behind the name', lines('Ann Lee - 00:05', 'Hi: all', '', 'Bob Ray - 01:07', 'Hello again')],
    ['a web page', lines('Ann Lee', '0:05', 'Hi: all', 'Bob Ray', '1:07', 'Hello again')],
  ])('%s', async (_, text) => {
    expect(await entriesOf(text)).toEqual(['Ann Lee|5000|-|Hi: all', 'Bob Ray|67000|-|Hello again'])
  })

  it('reads the text of Whisper, times in brackets', async () => {
    expect(await entriesOf(lines('[00:00:00.000 --> 00:00:04.000]   And so: my fellow', '[00:00:04.000 --> 00:00:07.500]   Americans'))).toEqual([
      '?|0|4000|And so: my fellow', '?|4000|7500|Americans',
    ])
  })

  it('reads a transcript copied from YouTube', async () => {
    expect(await entriesOf(lines('0:00', 'so today we talk', '0:05', 'about apples', '1:00:02', 'and pears'))).toEqual([
      '?|0|-|so today we talk', '?|5000|-|about apples', '?|3602000|-|and pears',
    ])
    expect(await entriesOf(lines('0:00 so today we talk', '0:05 about apples', '0:09 and pears'))).toEqual([
      '?|0|-|so today we talk', '?|5000|-|about apples', '?|9000|-|and pears',
    ])
  })
})

describe('plain text', () => {
  it('gives lines without a name to the speaker before, over blank lines too', async () => {
    const text = lines('Ann Lee: I have one question: why?', 'It goes on here.', '', 'And here.', '', 'Bob Ray: At 10:30: nothing.', '',
      'Ann Lee: http://example.org/x: look.')
    expect(await entriesOf(text)).toEqual([
      'Ann Lee|-|-|I have one question: why? It goes on here. And here.', 'Bob Ray|-|-|At 10:30: nothing.', 'Ann Lee|-|-|http://example.org/x: look.',
    ])
  })

  it('knows names as people write them', async () => {
    const names = ['Hon. Karina Gould (Minister of Families, Lib.)', "Chris d'Entremont", 'Tako Van Popta', 'Speaker 2', 'SPEAKER_00', 'Dr. Müller',
      '李雷', 'Анна', 'Q', 'Unidentified', 'María José de la Cruz', 'o\u2019brien', 'An hon. member', '[PERSON_3]']
    const text = [...names, ...names, ...names].map((name) => `${name}: words said here.`).join('\n')
    expect((await read(text)).speakers).toEqual(names)
  })

  it('knows heads, key words and turns of phrase that are no names', async () => {
    const text = lines(
      'Weekly sync', 'Date: 11 March 2025', 'Attendees: Ann Lee, Bob Ray, Cy Twombly', '', 'Ann Lee: Hello.', '', 'Bob Ray: Three things.',
      'Note: the first is late.',
      'Big Finish: the second.', 'so here it is: the third.', '', 'Ann Lee: Fine.', '', 'Bob Ray: Good.',
    )
    const { speakers, attendees, title, date } = await read(text)
    expect({ speakers, attendees, title, date }).toEqual({
      speakers: ['Ann Lee', 'Bob Ray'], attendees: ['Cy Twombly'], title: 'Weekly sync', date: '2025-03-11',
    })
    expect((await read(text)).entries).toHaveLength(4)
  })

  it('keeps words above the first name', async () => {
    const text = lines('So this is what was said before anybody had turned on the names in this tool.', '', 'Ann Lee: Hello.', '', 'Bob Ray: Hi.')
    expect(await entriesOf(text)).toEqual([
      '?|-|-|So this is what was said before anybody had turned on the names in this tool.', 'Ann Lee|-|-|Hello.', 'Bob Ray|-|-|Hi.',
    ])
  })

  it('reads names on lines of their own with a colon', async () => {
    expect(await entriesOf(lines('Ann Lee:', 'Hello there.', '', 'Bob Ray:', 'Hi.'))).toEqual(['Ann Lee|-|-|Hello there.', 'Bob Ray|-|-|Hi.'])
  })

  it('makes paragraphs of prose entries, or lines where there are no paragraphs', async () => {
    expect(await entriesOf(lines('We met. Note: it rained', 'all day.', '', 'Then we', 'left at 10:30.'))).toEqual([
      '?|-|-|We met. Note: it rained all day.', '?|-|-|Then we left at 10:30.',
    ])
    expect(await entriesOf(lines(' And so my fellow Americans', ' ask not', ' what your country'))).toEqual([
      '?|-|-|And so my fellow Americans', '?|-|-|ask not', '?|-|-|what your country',
    ])
  })

  it('leaves look-alikes of tokens as they are', async () => {
    expect((await read('Ann Lee: call [PERSON_1] and [\u2060EMAIL_2]\nBob Ray: ok')).entries[0]?.text).toBe('call [PERSON_1] and [\u2060EMAIL_2]')
  })
})

describe('texts of other programs', () => {
  it('reads the chat that Zoom saves since 2023: day and time, the words below', async () => {
    const text = lines(
      '2024-05-14 10:02:11 From Priya Raghunathan to Everyone:', '\thi all, link here', "2024-05-14 10:02:31 From Tom O'Brien to Everyone:",
      '\tI will review it', '\tand send it round', '2024-05-14 10:03:11 From  Priya Raghunathan  to  Tom O\'Brien(Direct Message):', '\tthanks',
    )
    const { format, date, speakers } = await read(text)
    expect({ format, date, speakers }).toEqual({ format: 'zoom-text', date: '2024-05-14T10:02:00', speakers: ['Priya Raghunathan', "Tom O'Brien"] })
    expect(await entriesOf(text)).toEqual([
      'Priya Raghunathan|0|-|hi all, link here', "Tom O'Brien|20000|-|I will review it and send it round", 'Priya Raghunathan|60000|-|thanks',
    ])
  })

  it('reads Otter without times: its header lists who the name lines may name', async () => {
    const text = lines(
      'Weekly sync', 'Tue, Mar 12, 2024 10:00AM • 32:10', '', 'SUMMARY KEYWORDS', 'campaign, budget', '', 'SPEAKERS', 'Ingrid Solberg, Mateo Fuentes', '',
      'Ingrid Solberg', 'We finish the campaign.', '', 'Mateo Fuentes', 'Okay.', '', 'Ingrid Solberg', 'It is 40 thousand.', 'Budget', 'is fine.',
    )
    const { format, title, date } = await read(text)
    expect({ format, title, date }).toEqual({ format: 'otter-text', title: 'Weekly sync', date: '2024-03-12T10:00:00' })
    expect(await entriesOf(text)).toEqual([
      'Ingrid Solberg|-|-|We finish the campaign.', 'Mateo Fuentes|-|-|Okay.', 'Ingrid Solberg|-|-|It is 40 thousand. Budget is fine.',
    ])
  })

  it("leaves out Fathom's links", async () => {
    const text = lines(
      'VIEW RECORDING - 31 mins (No highlights)', '', '0:03 - Leocadia Fontaine (Acme)', '  Hello.', '', '0:11 - Björn Halldórsson', '  I will draft it.',
      '  ACTION ITEM: Draft the renewal - WATCH: https://fathom.video/x', '', '1:02:03 - Leocadia Fontaine (Acme)', '  Perfect.',
    )
    expect(await entriesOf(text)).toEqual([
      'Leocadia Fontaine (Acme)|3000|-|Hello.', 'Björn Halldórsson|11000|-|I will draft it.', 'Leocadia Fontaine (Acme)|3723000|-|Perfect.',
    ])
  })

  it('reads a chat whose lines begin with day and time in brackets', async () => {
    expect(await entriesOf(lines('[14.05.24, 10:02:11] Alice Hathersage: hi', '[14.05.24, 10:03:11] Bob Okoye: I go', '[14.05.24, 10:04:11] Alice Hathersage: fine')))
      .toEqual(['Alice Hathersage|0|-|hi', 'Bob Okoye|60000|-|I go', 'Alice Hathersage|120000|-|fine'])
  })

  it("reads YouTube's SBV, Whisper's table and heads with a middle dot", async () => {
    expect(await entriesOf(lines('0:00:00.599,0:00:04.160', 'Good morning', '', '0:00:04.160,0:00:07.000', 'we ship on Friday'))).toEqual([
      '?|599|4160|Good morning', '?|4160|7000|we ship on Friday',
    ])
    expect(await entriesOf(lines('start\tend\ttext', '0\t2500\tGood morning.', '2500\t6000\tWe ship', 'on Friday.'))).toEqual([
      '?|0|2500|Good morning.', '?|2500|6000|We ship on Friday.',
    ])
    expect(await entriesOf(lines('Priya Raghunathan · 0:01', 'Hello.', '', "Tom O'Brien · 0:09", 'Hi.'))).toEqual([
      'Priya Raghunathan|1000|-|Hello.', "Tom O'Brien|9000|-|Hi.",
    ])
  })

  it('reads heads that tell start and end', async () => {
    expect(await entriesOf(lines('[Speaker 1] (0:00 - 0:04)', 'Good morning.', '', '[Speaker 2] (1:00:05 - 1:00:09)', 'Hi.'))).toEqual([
      'Speaker 1|0|4000|Good morning.', 'Speaker 2|3605000|3609000|Hi.',
    ])
    expect(await entriesOf(lines('Ann Lee (00:00:00 - 00:00:04)', 'Good morning.', '', 'Bob Ray (00:00:05 - 00:00:09)', 'Hi.'))).toEqual([
      'Ann Lee|0|4000|Good morning.', 'Bob Ray|5000|9000|Hi.',
    ])
    expect(await entriesOf(lines('Ann Lee 00:00:00 - 00:00:04', 'Good morning.', '', 'Bob Ray 00:00:05 - 00:00:09', 'Hi.'))).toEqual([
      'Ann Lee|0|4000|Good morning.', 'Bob Ray|5000|9000|Hi.',
    ])
  })

  it('reads names between clock and words, frames behind the seconds too', async () => {
    expect(await entriesOf(lines('00:03', 'Ann Lee', 'Hello.', '', '00:10', 'Bob Ray', 'I will send', 'the quote.', '', '01:12', 'Ann Lee',
      'Fine.', '', '01:20', 'Bob Ray', 'Bye.')))
      .toEqual(['Ann Lee|3000|-|Hello.', 'Bob Ray|10000|-|I will send the quote.', 'Ann Lee|72000|-|Fine.', 'Bob Ray|80000|-|Bye.'])
    expect(await entriesOf(lines('00:00:01:12 - 00:00:04:00', 'Ann Lee', 'Hello.', '', '00:00:05:00 - 00:00:09:03', 'Bob Ray', 'Hi.'))).toEqual([
      'Ann Lee|1000|4000|Hello.', 'Bob Ray|5000|9000|Hi.',
    ])
  })

  it('takes hours and minutes for what they are in chats of the day', async () => {
    expect(await entriesOf(lines('Ann Lee  10:02 AM', 'hi', 'Bob Ray  10:03 AM', 'ok', 'Ann Lee  1:05 PM', 'bye'))).toEqual([
      'Ann Lee|0|-|hi', 'Bob Ray|60000|-|ok', 'Ann Lee|10980000|-|bye',
    ])
    expect(await entriesOf(lines('14/05/2024, 10:02 - Messages and calls are end-to-end encrypted.', '14/05/2024, 10:02 - Ann Lee: hi',
      '14/05/2024, 10:03 - Bob Ray: ok')))
      .toEqual(['Ann Lee|0|-|hi', 'Bob Ray|60000|-|ok'])
  })

  it('takes a date and time above plain clocks for the day of the meeting', async () => {
    const text = lines('Weekly growth', '2024-04-18 14:02', '', '# Transcript', '00:00 Ann Lee: Hello.', '00:05 Bob Ray: Yes.',
      '01:10 Ann Lee: Fine.')
    const { title, date } = await read(text)
    expect({ title, date }).toEqual({ title: 'Weekly growth', date: '2024-04-18T14:02:00' })
    expect(await entriesOf(text)).toEqual(['Ann Lee|0|-|Hello.', 'Bob Ray|5000|-|Yes.', 'Ann Lee|70000|-|Fine.'])
  })

  it("keeps the console's own lines out of Whisper's words", async () => {
    const text = lines(
      "whisper_init_from_file_with_params_no_state: loading model from 'x.bin'", "main: processing 'x.wav' (176000 samples, 11.0 sec)", '',
      '[00:00:00.000 --> 00:00:02.000]   (speaker 0) Good morning.', '[00:00:02.000 --> 00:00:05.500]   (speaker ?) We ship.', '',
        'whisper_print_timings:     load time =   113.81 ms',
    )
    expect((await read(text)).title).toBeUndefined()
    expect(await entriesOf(text)).toEqual(['Speaker 0|0|2000|Good morning.', '?|2000|5500|We ship.'])
  })

  it('prefers a title that says it is one, and takes the escapes out of Markdown', async () => {
    const webex = await read(lines('WEBEX MEETING TRANSCRIPT', 'Quarterly', 'Topic: Budget', '', 'Ann Lee 0:01', 'Hello.', '', 'Bob Ray 0:06',
      'Hi.'))
    expect(webex.title).toBe('Budget')
    const meet = lines('# Design', '', '## Transcript', '', '### 00:00:00', '', '**Ann Lee:** Yes\\: it is \\#1\\.', '', '**Bob Ray:** C:\\\\x',
      '', '### Transcription ended after 00:12:31')
    expect(await entriesOf(meet)).toEqual(['Ann Lee|0|-|Yes: it is #1.', 'Bob Ray|0|-|C:\\x'])
  })
})
