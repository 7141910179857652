import { afterEach, describe, expect, it } from 'vitest'
import { renderNote } from '../../../src-main/cli/render-note.ts'
import { showSummary } from '../../../src-main/core/notebook/index.ts'
import { createEmbeddedEngine } from '../../../src-main/core/summary/embedded/index.ts'
import { orEmbedded } from '../../../src-main/core/summary/index.ts'
import { createOllamaEngine } from '../../../src-main/core/summary/ollama/index.ts'
import type { Summary } from '../../../src-shared/domain/summary.ts'
import { startFakeOllama, type Behaviour, type FakeOllama } from '../../fakes/ollama/server.ts'
import { anEgress, SHORT_MEETING } from './ollama-meeting.ts'

let fake: FakeOllama | undefined
afterEach(async () => {
  await fake?.close()
  fake = undefined
})

interface Wanted {
  readonly behaviour?: Partial<Behaviour>
  readonly model?: string
  readonly isGone?: boolean
}

async function made({ behaviour = {}, model, isGone = false }: Wanted, signal = new AbortController().signal): Promise<Summary> {
  fake = await startFakeOllama({ behaviour })
  const host = fake.url
  if (isGone) await fake.close()
  const options = { firstWordMs: 300, idleMs: 200 }
  const byModel = createOllamaEngine({ egress: anEgress().egress, host, now: () => 0, options, ...(model === undefined ? {} : { model }) })
  const embedded = createEmbeddedEngine({ now: () => 0 })
  return orEmbedded(() => byModel.summarize(SHORT_MEETING, { signal }), () => embedded.summarize(SHORT_MEETING, { signal }), { model, signal })
}

/** A note as the command line shows it. */
function told(summary: Summary): string {
  const places = new Map(SHORT_MEETING.segments.map(({ id }, at) => [id, at]))
  const shown = showSummary(summary, { made: String }, (id) => places.get(id))
  const note = { title: 'A', date: '2026-11-04', durationMs: null, participants: [], redactions: [], revealed: false, state: 'ready' as const, segments: [] }
  return renderNote({ ...note, summary: shown }, { style: (_, text) => text }, { transcript: false }).join('\n')
}

const MEMORY = 'model requires more system memory (8.4 GiB) than is available (3.1 GiB)'

describe('a model that cannot', () => {
  it.each([
    ['no server', { isGone: true }, 'ENGINE_UNAVAILABLE', 'Ollama is not running on this computer.'],
    ['no such model', { model: 'no-such:1b' }, 'MODEL_MISSING', 'Ollama does not have the model "no-such:1b".'],
    ['a model of the cloud', { model: 'big:cloud' }, 'MODEL_REFUSED', 'This model runs on a server of its maker'],
    ['not enough memory', { behaviour: { status: 500, says: MEMORY } }, 'ENGINE_UNAVAILABLE', 'There is not enough memory for Ollama'],
    ['silence', { behaviour: { stalls: 'before' } }, 'ENGINE_UNAVAILABLE', 'Ollama did not answer in time.'],
    ['no JSON, twice', { behaviour: { answer: 'prose' } }, 'MODEL_OUTPUT_INVALID', 'The model did not answer in the form asked for, twice.'],
    ['a prompt read by half', { behaviour: { window: 300, overflow: 'silent' } }, 'MODEL_OUTPUT_INVALID', 'silently read only a part of the meeting'],
  ] satisfies [string, Wanted, string, string][])('%s: the built-in engine stands in, and says why and how to try again', async (_, wanted, code, words) => {
    const summary = await made(wanted)
    const { overview, ...own } = await createEmbeddedEngine({ now: () => 0 }).summarize(SHORT_MEETING, { signal: new AbortController().signal })
    expect(summary.overview).toEqual(overview)
    expect(summary.run).toMatchObject({ engine: 'embedded', version: own.run.version, fallbackFrom: { engine: 'ollama', code } })
    const text = told(summary)
    expect(text).toContain(words)
    const model = 'model' in wanted ? ` --model ${wanted.model}` : ''
    expect(text).toContain(`The built-in engine stands in.\nMake it again: sotto resummarize ID --engine ollama${model}`)
  })

  it('is not stood in for when a person stopped it', async () => {
    await expect(made({}, AbortSignal.abort())).rejects.toMatchObject({ code: 'CANCELLED' })
  })

  it('is not mentioned when it can', async () => {
    const summary = await made({})
    expect(summary.run).not.toHaveProperty('fallbackFrom')
    expect(told(summary)).not.toContain('stands in')
  })
})
