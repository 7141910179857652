import { z } from 'zod'
import { afterAll, describe, expect, it } from 'vitest'
import { isFailure } from '../../../src-shared/errors/failure.ts'
import { createOllamaEngine } from '../../../src-main/core/summary/ollama/index.ts'
import { startFakeOllama, type Behaviour, type FakeOllamaOptions } from '../../fakes/ollama/server.ts'
import { anEgress, longMeeting } from './ollama-meeting.ts'

type Row = readonly [name: string, behaviour: Partial<Behaviour>, stock: string, hailo: string]

const BROKEN = 'MODEL_OUTPUT_INVALID'
const AWAY = 'ENGINE_UNAVAILABLE'
const OK = ['ok', 'ok'] as const
const same = (code: string): readonly [string, string] => [code, code]
const MEMORY = 'model requires more system memory (8.4 GiB) than is available (3.1 GiB)'

/** What each misbehaviour ends in, for a meeting of several parts; whatever is no "ok" is taken over by the embedded engine, which says so. */
const ROWS: readonly Row[] = [
  ['a good server', {}, ...OK],
  ['slow words', { wordDelayMs: 1, times: 2 }, ...OK],
  ['model loaded again', { loadMs: 9000 }, ...OK],
  ['prompt over the window: refused', { window: 400 }, ...same('CONTEXT_TOO_SMALL')],
  ['tokens cost twice what we count', { tokenFactor: 2 }, ...OK],
  ['half of the prompt kept, in silence', { window: 400, overflow: 'silent' }, ...same(BROKEN)],
  // hailo-ollama does not say how much it read. Where the model shows nothing either, the summary says so: nobody takes a guess for a proof.
  ['model that shows no check words', { skipsCheck: true }, 'ok', 'ok, uncounted'],
  ['error in the middle of a stream', { failsMidway: 'runner has stopped' }, ...same(BROKEN)],
  ['JSON cut at its end', { cut: true }, ...same(BROKEN)],
  ['JSON cut once', { cut: true, times: 1 }, ...OK],
  ['prose', { answer: 'prose' }, ...same(BROKEN)],
  ['prose once', { answer: 'prose', times: 1 }, ...OK],
  ['fields missing', { answer: 'missing' }, ...same(BROKEN)],
  ['nothing written', { answer: 'empty' }, ...same(BROKEN)],
  ['garbage in the stream', { garbage: true }, ...same(AWAY)],
  ['lines that do not exist', { answer: 'wrong-ids' }, ...same(BROKEN)],
  ['names and figures nobody said', { answer: 'invented' }, ...same('ok, marked')],
  ['a stranger as owner', { answer: 'wrong-owner' }, ...OK],
  ['model that thinks apart', { thinks: 'apart' }, ...OK],
  ['model that thinks aloud', { thinks: 'aloud' }, ...OK],
  ['think not taken', { refuses: ['think'] }, ...OK],
  ['no structured output', { refuses: ['format'] }, ...OK],
  ['structured output that is none', { fenced: true }, ...OK],
  ['not enough memory', { status: 500, says: MEMORY }, ...same(AWAY)],
  ['dead before the answer', { hangsUp: 'before' }, ...same(AWAY)],
  ['dead in the middle', { hangsUp: 'midway' }, ...same(BROKEN)],
  ['silent from the start', { stalls: 'before' }, ...same(AWAY)],
  ['silent for ever', { stalls: 'midway' }, ...same(AWAY)],
  ['queue full', { status: 503 }, ...same(AWAY)],
  ['answer from the cloud', { answersFromCloud: true }, ...same('MODEL_REFUSED')],
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
    const isMarked = lines.some(({ unsupported }) => unsupported === true)
    return ['ok', ...(isMarked ? ['marked'] : []), ...(summary.run.options?.['uncounted'] === undefined ? [] : ['uncounted'])].join(', ')
  } catch (thrown) {
    if (isFailure(thrown)) return thrown.code
    throw thrown
  } finally {
    await fake.close()
  }
}

describe('a meeting in several parts', () => {
  it.each(ROWS)('%s', async (name, behaviour, stock, hailo) => {
    const row = [await outcome(behaviour, 'ollama'), await outcome(behaviour, 'hailo')]
    table.push(['', name, ...row].join(' | '))
    expect(row).toEqual([stock, hailo])
  })
})
