import fc from 'fast-check'
import { z } from 'zod'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { summarySchema } from '../../../src-shared/domain/summary.ts'
import { isFailure } from '../../../src-shared/errors/failure.ts'
import { createOllamaEngine, listOllamaModels } from '../../../src-main/core/summary/ollama/index.ts'
import { startFakeOllama, type FakeOllama } from '../../fakes/ollama/server.ts'
import { countTokens } from '../../fakes/ollama/model.ts'
import { anEgress, longMeeting, SHORT_MEETING } from './ollama-meeting.ts'

/**
 * What must hold on any server, fake or real. The real one runs where OLLAMA_HOST names it (on this machine, with a model):
 * `OLLAMA_HOST=127.0.0.1:11434 [OLLAMA_MODEL=llama3.2:3b] npx vitest run test/unit/summary/ollama-contract.test.ts`
 */
const realHost = process.env['OLLAMA_HOST']
const model = process.env['OLLAMA_MODEL']
const chosen = realHost === undefined || model === undefined ? {} : { model }
const TEN_MINUTES = 600_000
const FAKES = ['stock-like', 'hailo-like'] as const

const chatSchema = z.object({
  messages: z.array(z.object({ content: z.string() })),
  options: z.object({ num_ctx: z.number(), num_predict: z.number() }),
})

if (realHost === undefined) console.warn('Not run against a real model server: OLLAMA_HOST is not set. The fake server stands in.')

describe.each(realHost === undefined ? FAKES : [...FAKES, 'real'] as const)('a %s server', (kind) => {
  let fake: FakeOllama | null = null
  let host = realHost ?? ''
  beforeAll(async () => {
    if (kind === 'real') return
    fake = await startFakeOllama({ behaviour: { wordDelayMs: 1 }, dialect: kind === 'hailo-like' ? 'hailo' : 'ollama' })
    host = fake.url
  })
  afterAll(() => fake?.close())
  const anEngine = (numCtx: number) => {
    const { egress, lines } = anEgress()
    return { engine: createOllamaEngine({ egress, host, now: () => performance.now(), options: { numCtx }, ...(kind === 'real' ? chosen : {}) }), lines }
  }
  const signal = new AbortController().signal

  it('lists its models', async () => {
    expect((await listOllamaModels({ egress: anEgress().egress, host })).length).toBeGreaterThan(0)
  })

  it('makes notes whose evidence exists', async () => {
    const { engine, lines } = anEngine(4096)
    const summary = await engine.summarize(SHORT_MEETING, { signal })
    expect(summarySchema.parse(summary)).toEqual(summary)
    const ids = new Set(SHORT_MEETING.segments.map(({ id }) => id))
    const bullets = [...summary.overview, ...summary.decisions, ...summary.actions, ...summary.questions, ...summary.topics]
    expect(summary.overview.length).toBeGreaterThan(0)
    expect(bullets.flatMap(({ evidence }) => evidence).filter((id) => !ids.has(id))).toEqual([])
    expect(summary.run).toMatchObject({ engine: 'ollama', options: { num_ctx: kind === 'hailo-like' ? 2048 : 4096 } })
    // hailo-ollama refuses a schema once; everything else is answered.
    expect(lines.filter(({ outcome }) => outcome?.result !== 'ok').length).toBeLessThanOrEqual(kind === 'hailo-like' ? 1 : 0)
  }, TEN_MINUTES)

  it('reads a meeting of several windows', async () => {
    const summary = await anEngine(2048).engine.summarize(longMeeting(40), { signal })
    expect(summary.run.options?.['chunks']).toBeGreaterThan(1)
  }, TEN_MINUTES)

  it('is asked with one window, for at most as much as that holds, about every line', async () => {
    if (fake === null) return // a real server keeps no list of what it was asked
    const turns = fc.tuple(fc.integer({ min: 1, max: 140 }), fc.constantFrom(2048, 3000, 4096, 8192, 32_768, 131_072))
    await fc.assert(
      fc.asyncProperty(turns, async ([count, numCtx]) => {
        const before = fake?.requests.length ?? 0
        const meeting = longMeeting(count)
        fake?.setBehaviour({})
        const { run } = await anEngine(numCtx).engine.summarize(meeting, { signal })
        const asked = (fake?.requests ?? []).slice(before).filter(({ path }) => path === '/api/chat').map(({ body }) => chatSchema.parse(body))
        const read = asked.map(({ messages }) => messages.map(({ content }) => content).join('\n'))
        expect(meeting.segments.filter(({ text }) => !read.some((prompt) => prompt.includes(text)))).toEqual([])
        expect(new Set(asked.map(({ options }) => options.num_ctx))).toEqual(new Set([run.options?.['num_ctx']]))
        for (const [at, { options }] of asked.entries()) {
          expect(countTokens(read[at] ?? '') + options.num_predict).toBeLessThanOrEqual(options.num_ctx)
        }
      }),
      { numRuns: 12 },
    )
    fake.setBehaviour({ wordDelayMs: 1 })
  }, TEN_MINUTES)

  it('stops when told to', async () => {
    const stop = new AbortController()
    const { engine, lines } = anEngine(4096)
    const work = engine.summarize(longMeeting(80), { signal: stop.signal, onProgress: ({ done }) => void (done > 0 && stop.abort()) })
    await expect(work).rejects.toSatisfy((thrown) => isFailure(thrown) && thrown.code === 'CANCELLED')
    expect(lines.at(-1)?.outcome?.result).toBe('aborted')
  }, TEN_MINUTES)

  it('does not have a model that does not exist', async () => {
    const engine = createOllamaEngine({ egress: anEgress().egress, host, now: () => 0, model: 'no-such-model-for-sotto:1b' })
    await expect(engine.summarize(SHORT_MEETING, { signal })).rejects.toMatchObject({ code: 'MODEL_MISSING' })
  })
})
