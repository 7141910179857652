import { z } from 'zod'
import { afterAll, describe, expect, it } from 'vitest'
import { isFailure } from '../../../src-shared/errors/failure.ts'
import { createOllamaEngine } from '../../../src-main/core/summary/ollama/index.ts'
import { startFakeOllama, type Behaviour, type FakeOllamaOptions } from '../../fakes/ollama/server.ts'
import { anEgress, longMeeting } from './ollama-meeting.ts'

type Row = readonly [name: string, behaviour: Partial<Behaviour>, stock: string, hailo: string]

/** What each misbehaviour ends in, for a meeting of several parts; whatever is no "ok" is taken over by the embedded engine. */
const ROWS: readonly Row[] = [
  ['a good server', {}, 'ok', 'ok'],
  ['slow words', { wordDelayMs: 1, times: 2 }, 'ok', 'ok'],
  ['model loaded again', { loadMs: 9000 }, 'ok', 'ok'],
  ['prompt over the window: refused', { window: 400 }, 'CONTEXT_TOO_SMALL', 'CONTEXT_TOO_SMALL'],
  ['tokens cost twice what we count', { tokenFactor: 2 }, 'ok', 'ok'],
  ['half of the prompt kept, in silence', { window: 400, overflow: 'silent' }, 'MODEL_OUTPUT_INVALID', 'not possible'],
  ['error in the middle of a stream', { failsMidway: 'runner has stopped' }, 'MODEL_OUTPUT_INVALID', 'MODEL_OUTPUT_INVALID'],
  ['JSON cut at its end', { cut: true }, 'MODEL_OUTPUT_INVALID', 'MODEL_OUTPUT_INVALID'],
  ['JSON cut once', { cut: true, times: 1 }, 'ok', 'ok'],
  ['prose', { answer: 'prose' }, 'MODEL_OUTPUT_INVALID', 'MODEL_OUTPUT_INVALID'],
  ['lines that do not exist', { answer: 'wrong-ids' }, 'MODEL_OUTPUT_INVALID', 'MODEL_OUTPUT_INVALID'],
  ['names and figures nobody said', { answer: 'invented' }, 'ok, marked', 'ok, marked'],
  ['dead before the answer', { hangsUp: 'before' }, 'ENGINE_UNAVAILABLE', 'ENGINE_UNAVAILABLE'],
  ['dead in the middle', { hangsUp: 'midway' }, 'MODEL_OUTPUT_INVALID', 'MODEL_OUTPUT_INVALID'],
  ['silent for ever', { stalls: 'midway' }, 'ENGINE_UNAVAILABLE', 'ENGINE_UNAVAILABLE'],
  ['queue full', { status: 503 }, 'ENGINE_UNAVAILABLE', 'ENGINE_UNAVAILABLE'],
  ['answer from the cloud', { answersFromCloud: true }, 'MODEL_REFUSED', 'MODEL_REFUSED'],
]
const MEETING = longMeeting(110)
const bodySchema = z.looseObject({ options: z.record(z.string(), z.number()), messages: z.array(z.object({ content: z.string() })) })

const table: string[] = []
afterAll(() => void process.stdout.write(`\n${['', 'server', 'stock Ollama', 'hailo-ollama'].join(' | ')}\n${table.join('\n')}\n`))

async function outcome(behaviour: Partial<Behaviour>, dialect: NonNullable<FakeOllamaOptions['dialect']>): Promise<string> {
  const models = [{ name: 'llama3.2:3b', contextLength: 2048 }]
  const fake = await startFakeOllama({ behaviour, dialect, models })
  try {
    const engine = createOllamaEngine({ egress: anEgress().egress, host: fake.url, now: () => 0, options: { firstWordMs: 1500, idleMs: 500 } })
    const summary = await engine.summarize(MEETING, { signal: new AbortController().signal })
    const asked = fake.requests.filter(({ path }) => path === '/api/chat').map(({ body }) => bodySchema.parse(body))
    // Nothing is lost in silence: every line stood in a prompt, and one window served them all.
    const read = asked.map(({ messages }) => messages[1]?.content ?? '').join('\n')
    expect(MEETING.segments.filter(({ text }) => !read.includes(text))).toEqual([])
    expect(new Set(asked.map(({ options }) => options['num_ctx'])).size).toBe(1)
    const lines = [...summary.overview, ...summary.decisions, ...summary.actions, ...summary.questions]
    return lines.some(({ unsupported }) => unsupported === true) ? 'ok, marked' : 'ok'
  } catch (thrown) {
    if (isFailure(thrown)) return thrown.code
    throw thrown
  } finally {
    await fake.close()
  }
}

describe('a meeting in several parts', () => {
  it.each(ROWS)('%s', async (name, behaviour, stock, hailo) => {
    const onHailo = hailo === 'not possible' ? hailo : await outcome(behaviour, 'hailo') // its window is compiled into the model and reported
    const row = [await outcome(behaviour, 'ollama'), onHailo]
    table.push(['', name, ...row].join(' | '))
    expect(row).toEqual([stock, hailo])
  })
})
