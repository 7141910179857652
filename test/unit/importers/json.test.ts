import { describe, expect, it } from 'vitest'
import { entriesOf, failureOf, read } from './reading.ts'

const json = (value: unknown): string => JSON.stringify(value)

describe("Sotto's own JSON", () => {
  it('reads seconds, people, title, date and language', async () => {
    const source = json({
      title: 'Sync', date: '2026-11-03', language: 'de_at', participants: ['Ann Lee', 'bob ray', 'Cy'],
      segments: [{ speaker: ' Ann  Lee ', start: 0.5, end: 1.0004, text: ' Hi ' }, { speaker: 'Bob Ray', text: 'Yes' }, { speaker: null, start: 2,
        text: 'Who?' }, { text: ' ' }],
    })
    const { entries: _, ...head } = await read(source)
    expect(head).toEqual({
      format: 'sotto-json', title: 'Sync', date: '2026-11-03', language: 'de-AT', speakers: ['Ann Lee', 'Bob Ray'], attendees: ['Cy'], emptyCues: 1,
    })
    expect(await entriesOf(source)).toEqual(['Ann Lee|500|1000|Hi', 'Bob Ray|-|-|Yes', '?|2000|-|Who?'])
  })

  it('reads the milliseconds `sotto show` prints, nulls included, and forgives what it does not know', async () => {
    const source = json({ id: 'x', title: null, date: '2026-11-03T10:00:00Z', participants: [], redactions: [], segments: [{ index: 0, id: 'y',
      speaker: null, startMs: 1500, endMs: null, text: 'Hi' }] })
    expect(await entriesOf(source)).toEqual(['?|1500|-|Hi'])
    expect((await read(source)).date).toBe('2026-11-03T10:00:00Z')
  })

  it('reads a list alone', async () => {
    expect(await entriesOf(json([{ speaker: 'Ann', text: 'Hi' }]))).toEqual(['Ann|-|-|Hi'])
  })

  it('mends unpaired surrogates and control characters', async () => {
    expect(await entriesOf('{"segments":[{"text":"a\\ud800b\\u0000\\n\\u0007c"}]}')).toEqual(['?|-|-|a\ufffdb c'])
  })
})

describe('Whisper JSON', () => {
  it('reads what OpenAI, faster-whisper and WhisperX write', async () => {
    const source = json({ text: ' a b', language: 'en', segments: [{ id: 0, seek: 0, start: 0, end: 1.5, text: ' a', tokens: [1],
      avg_logprob: -0.1 }, { id: 1, start: 1.5, end: 2, text: ' b', speaker: 'SPEAKER_01' }] })
    const { format, language } = await read(source)
    expect([format, language]).toEqual(['whisper-cpp-json', 'en'])
    expect(await entriesOf(source)).toEqual(['?|0|1500|a', 'SPEAKER_01|1500|2000|b'])
  })

  it('reads what Transformers writes, an open end included', async () => {
    expect(await entriesOf(json({ text: 'a b', chunks: [{ timestamp: [0, 1.5], text: ' a' }, { timestamp: [1.5, null], text: ' b' }] }))).toEqual([
      '?|0|1500|a', '?|1500|-|b',
    ])
  })

  it('reads clocks where there are no offsets, and an answer that is only words', async () => {
    expect(await entriesOf(json({ transcription: [{ timestamps: { from: '00:00:01,000', to: '00:00:02,500' }, text: ' a' }] }))).toEqual(['?|1000|2500|a'])
    expect(await entriesOf(json({ text: 'Hello there.\nBye.' }))).toEqual(['?|-|-|Hello there.', '?|-|-|Bye.'])
  })

  it('counts the voices of whisper.cpp', async () => {
    const part = (from: number, text: string, rest: object) => ({ offsets: { from, to: from + 900 }, text, ...rest })
    const source = json({ transcription: [part(0, ' a', { speaker: '0' }), part(1000, ' b [SPEAKER_TURN]', { speaker_turn_next: true }), part(2000,
      ' (speaker 1) c', {})] })
    expect(await entriesOf(source)).toEqual(['Speaker 0|0|900|a', '?|1000|1900|b', 'Speaker 1|2000|2900|c'])
  })

  it('leaves out a language that is only a word', async () => {
    expect((await read(json({ language: 'english', segments: [{ seek: 0, start: 0, end: 1, text: 'a' }] }))).language).toBeUndefined()
  })
})

describe('JSON of speech services', () => {
  it('reads the turns of AssemblyAI, in milliseconds, and not the text beside them', async () => {
    const source = json({ id: 'x', text: 'Hi. Yes.', language_code: 'en_us', words: [{ text: 'Hi.', start: 250, end: 500, speaker: 'A' }],
      utterances: [{ speaker: 'A', text: 'Hi.', start: 250, end: 4000, words: [] }, { speaker: 'Bob Ray', text: 'Yes.', start: 4100, end: 5000 }] })
    expect(await entriesOf(source)).toEqual(['Speaker A|250|4000|Hi.', 'Bob Ray|4100|5000|Yes.'])
    expect((await read(source)).language).toBe('en-US')
  })

  it('reads the turns of Deepgram, in seconds', async () => {
    const source = json({ metadata: {}, results: { channels: [{ alternatives: [{ transcript: 'hi yes' }] }], utterances: [
      { start: 0.1, end: 1.2344, transcript: 'hi', speaker: 0 }, { start: 1.3, end: 2, transcript: 'yes', speaker: 1 }, { start: 2, end: 3,
        transcript: 'so' }] } })
    expect(await entriesOf(source)).toEqual(['Speaker 0|100|1234|hi', 'Speaker 1|1300|2000|yes', '?|2000|3000|so'])
  })

  it.each([
    ['words with times', { text: 'Hi.', utterances: null, words: [{ text: 'Hi.', start: 250, end: 500 }] }],
    ['results as a list', { text: 'Hi.', results: [{ alternatives: [{ transcript: 'Hi.' }] }] }],
    ['results without turns', { text: 'Hi.', results: { channels: [] } }],
  ])('refuses text beside %s rather than lose speakers and times', async (_, document) => {
    expect(await failureOf(json(document))).toEqual({ code: 'BAD_TRANSCRIPT', format: 'JSON', line: 1,
      expected: 'a list of entries with "text", named "segments", "transcription", "chunks" or "utterances"' })
  })

  it('takes text beside lists that are not parts of the talk', async () => {
    expect(await entriesOf(json({ text: 'Hi.', utterances: [], logprobs: [{ token: 'Hi', logprob: -1 }], usage: { seconds: 1 } }))).toEqual(['?|-|-|Hi.'])
  })
})

describe('broken JSON names the line', () => {
  const fail = (line: number, expected: string) => ({ code: 'BAD_TRANSCRIPT', format: 'JSON', line, expected })
  const segment = '"text", and where given "speaker" as text, "start" and "end" as seconds (or "startMs" and "endMs")'
  it.each([
    ['a missing value', '{"segments": [\n  {"text": }\n]}', fail(2, 'well-formed JSON')],
    ['a brace too many', '{\n{\n"segments": []}}', fail(2, 'well-formed JSON')],
    ['a missing comma', '{\n"segments": [\n{"text": "a"}\n{"text": "b"}]}', fail(4, 'well-formed JSON')],
    ['a file cut off', '{"segments": [\n{"text": "a"},\n{"te', fail(3, 'well-formed JSON')],
    ['a string that never ends', '{"segments": [\n{"text": "a\n"}]}', fail(2, 'well-formed JSON')],
    ['words behind the end', '{"segments": []}\n\nx', fail(3, 'well-formed JSON')],
    ['a comma too many', '{"segments": [\n{"text": "a"},\n]}', fail(3, 'well-formed JSON')],
    ['a comment', '{"segments": [\n// none\n{"text": "a"}]}', fail(2, 'well-formed JSON')],
    ['an entry without words', '{"a":[{}, {}],\n"segments": [\n{"text": "a"},\n{"speaker": "b"}]}', fail(4, segment)],
    ['a time as words', '[\n{"text": "a"},\n\n{"text": "b", "start": "1:00"}]', fail(4, segment)],
    ['a time before the start', '{"segments":[{"text":"a","start":-1}]}', fail(1, segment)],
    ['a time beyond reason', '{"segments":[{"text":"a","startMs":1e300}]}', fail(1, segment)],
    ['an entry that is none', '{"segments":[\n{"text":"a"},\n7]}', fail(3, 'an entry as an object with "text"')],
    ['no entries', '{"words": []}', fail(1, 'an object with a list "segments", "transcription" or "chunks" of entries with "text"')],
    ['a turn of AssemblyAI', '{"text": "a", "utterances": [\n{"text": "a"},\n{"text": "b", "start": "0:01"}]}', fail(3,
      '"text", and where given "speaker", "start" and "end" in milliseconds')],
    ['a turn of Deepgram', '{"results": {"channels": [{"utterances": [{}]}],\n"utterances": [\n{"transcript": "a"},\n{"text": "b"}]}}', fail(4,
      '"transcript", and where given "speaker", "start" and "end" in seconds')],
    ['a date that is none', '{"date": "soon", "segments": [{"text":"a"}]}', fail(1, '"date" in ISO 8601, such as 2026-11-03')],
    ['people that are none', '{"participants": "Ann", "segments": [{"text":"a"}]}', fail(1, '"date" as text and "participants" as a list of names')],
    ['a whisper entry', '{"transcription": [\n{"offsets": {"from": 0, "to": 1}}]}', fail(2,
      '"text" with "offsets" in milliseconds or "timestamps" such as "00:00:01,000"')],
  ])('%s', async (_, source, wanted) => {
    expect(await failureOf(source)).toEqual(wanted)
  })

  it('reads or refuses deep nesting without running out of stack', async () => {
    expect(await failureOf('{"a":'.repeat(100_000))).toEqual(fail(1, 'well-formed JSON'))
    const deep = '['.repeat(50_000) + ']'.repeat(50_000)
    expect(await failureOf(`{"segments":[\n{"text":"a","x":${deep}},\n{"text":1}]}`)).toMatchObject({ code: 'BAD_TRANSCRIPT', line: 3 })
  })

  it('calls a list without words empty', async () => {
    expect(await failureOf('{"segments": []}')).toEqual({ code: 'EMPTY_TRANSCRIPT', format: 'JSON' })
    expect(await failureOf('{"segments": [{"text": ""}]}')).toEqual({ code: 'EMPTY_TRANSCRIPT', format: 'JSON' })
  })
})

describe('Amazon Transcribe', () => {
  it('reads its audio segments: seconds as text, speakers counted', async () => {
    const segment = (id: number, transcript: string, start_time: string, end_time: string) => ({
      id,
      transcript,
      start_time,
      end_time,
      speaker_label: `spk_${id}`,
      items: [id],
    })
    const results = {
      transcripts: [{ transcript: 'All of it.' }],
      audio_segments: [segment(0, 'Good morning.', '0.5', '1.9'), segment(1, 'Hi.', '2.5', '3')],
      items: [],
    }
    const source = JSON.stringify({ jobName: 'x', results, status: 'COMPLETED' })
    expect(await entriesOf(source)).toEqual(['Speaker 0|500|1900|Good morning.', 'Speaker 1|2500|3000|Hi.'])
  })
})
