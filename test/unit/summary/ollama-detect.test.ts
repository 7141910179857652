import { afterEach, describe, expect, it } from 'vitest'
import { findWithModel } from '../../../src-main/core/summary/ollama/index.ts'
import { startFakeOllama, type FakeOllama, type FakeOllamaOptions, type FakePrompt } from '../../fakes/ollama/server.ts'
import { aMeeting, anEgress, idAt, longMeeting } from './ollama-meeting.ts'

const GIB = 1024 ** 3
const fakes: FakeOllama[] = []
afterEach(async () => {
  for (const fake of fakes.splice(0)) await fake.close()
})

const MEETING = aMeeting([
  ['[PERSON_1]', 'Ask Zorblax about the budget, or call [PERSON_2] on oh seven double nine.'],
  ['[PERSON_2]', 'The rose garden and Rose the gardener cost more; Zorblax knows.'],
])

async function find(found: unknown, meeting = MEETING, options: FakeOllamaOptions = {}) {
  const answer = typeof found === 'function' ? (prompt: FakePrompt): unknown => ({ found: Reflect.apply(found, undefined, [prompt]) }) : () => ({ found })
  const fake = await startFakeOllama({ ...options, behaviour: { ...options.behaviour, answer } })
  fakes.push(fake)
  const { egress, lines } = anEgress()
  const signal = new AbortController().signal
  return { fake, lines, made: await findWithModel(meeting.segments, { egress, host: fake.url, options: { memoryBytes: 16 * GIB }, signal }) }
}

describe('what a model finds', () => {
  it('is taken where it stands, letter by letter, with its type', async () => {
    const { made, lines } = await find([
      { line: 1, text: 'Zorblax', type: 'PERSON' },
      { line: 1, text: 'oh seven double nine', type: 'PHONE' },
    ])
    expect(made.spans).toEqual([
      { segmentId: idAt(0), text: 'Zorblax', type: 'PERSON' },
      { segmentId: idAt(0), text: 'oh seven double nine', type: 'PHONE' },
    ])
    expect([made.refused, made.model, lines.every(({ outcome }) => outcome?.result === 'ok')]).toEqual([0, 'llama3.2:3b', true])
  })

  it('is refused where it is made up, elsewhere, a token, part of a word, an ordinary word, or of a kind not asked for', async () => {
    const { made } = await find([
      { line: 1, text: 'Quux', type: 'PERSON' },
      { line: 2, text: 'oh seven double nine', type: 'PHONE' },
      { line: 1, text: '[PERSON_2]', type: 'PERSON' },
      { line: 1, text: 'PERSON_2', type: 'PERSON' },
      { line: 1, text: 'Zorb', type: 'PERSON' },
      { line: 2, text: 'Rose', type: 'PERSON' },
      { line: 2, text: 'Zorblax', type: 'PLANET' },
      { line: 99, text: 'Zorblax', type: 'PERSON' },
    ])
    expect([made.spans, made.refused]).toEqual([[], 8])
  })

  it('is asked for chunk by chunk, and nothing of the meeting is left out', async () => {
    const meeting = longMeeting(110)
    const first = ({ lines }: FakePrompt) => [{ line: lines[0]?.number, text: 'details', type: 'OTHER' }]
    const { fake, made } = await find(first, meeting, { models: [{ name: 'llama3.2:3b', contextLength: 2048 }] })
    const asked = fake.requests.filter(({ path }) => path === '/api/chat').map(({ body }) => JSON.stringify(body))
    expect(asked.length).toBeGreaterThan(2)
    expect(meeting.segments.filter(({ text }) => !asked.some((body) => body.includes(text)))).toEqual([])
    expect(made.refused).toBe(asked.length)
  })

  it('fails as a summary does when the server does', async () => {
    await expect(find([], MEETING, { behaviour: { status: 500 } })).rejects.toMatchObject({ code: expect.stringMatching(/^(MODEL|ENGINE)_/) })
  })
})
