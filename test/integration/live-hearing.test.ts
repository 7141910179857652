import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { hearLive, type LiveBlock, type LiveHeard } from '../../src-main/core/live/index.ts'
import { countedWords, MODEL, referenceOf, samplesOf, wordErrors } from '../unit/speech/recording.ts'

/** The speech processes this one has (Linux tells; elsewhere none are found and nobody dies). */
function engines(): number[] {
  const tasks = existsSync('/proc/self/task') ? readdirSync('/proc/self/task') : []
  const children = tasks.flatMap((task) => readFileSync(`/proc/self/task/${task}/children`, 'utf8').trim().split(' '))
  return children.filter((pid) => pid !== '').map(Number).filter(isEngine)
}
function isEngine(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('engine.worker')
  } catch {
    return false // gone meanwhile
  }
}

async function* inSeconds(sides: readonly Int16Array[], firstSample = 0): AsyncGenerator<LiveBlock> {
  const length = Math.max(...sides.map((side) => side.length))
  for (let at = 0; at < length; at += 16_000) {
    const size = Math.min(16_000, length - at)
    yield { firstSample: firstSample + at, channels: sides.map((side) => Int16Array.from({ length: size }, (_, index) => side[at + index] ?? 0)) }
  }
}

async function hear(blocks: AsyncIterable<LiveBlock>, { channels = 1, onHeard }: { channels?: 1 | 2; onHeard?: (heard: LiveHeard) => void } = {}) {
  const finals: Extract<LiveHeard, { kind: 'final' }>[] = []
  const end = await hearLive({
    blocks,
    channels,
    model: MODEL,
    language: 'en',
    onHeard(heard) {
      if (heard.kind === 'final') finals.push(heard)
      onHeard?.(heard)
    },
  })
  const text = (channel: number): string =>
    finals.filter((final) => final.channel === channel).flatMap(({ segments }) => segments.map((segment) => segment.text)).join(' ')
  return { end, finals, text }
}

const errorRate = (name: string, text: string): number => {
  const said = countedWords(referenceOf(name).text)
  return wordErrors(said, countedWords(text)) / said.length
}

describe('hearing a recording while it is made', () => {
  it('hears all of it, in order, and says how far it is', async () => {
    const { end, finals, text } = await hear(inSeconds([samplesOf('meeting-launch')]))
    expect(errorRate('meeting-launch', text(0))).toBeLessThan(0.1)
    expect(end).toMatchObject({ samples: samplesOf('meeting-launch').length, missing: 0, language: 'en' })
    const reached = finals.map(({ doneMs }) => doneMs)
    expect(reached).toEqual(reached.toSorted((a, b) => a - b))
    for (const { segments, doneMs } of finals) for (const { endMs } of segments) expect(endMs).toBeLessThanOrEqual(doneMs + 1)
  }, 240_000)

  it('goes on with another speech process where one died, and loses no word', async () => {
    async function* blocks(): AsyncGenerator<LiveBlock> {
      yield* inSeconds([samplesOf('agenda')])
      while (engines().length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
      for (const pid of engines()) process.kill(pid, 'SIGKILL')
    }
    const { text } = await hear(existsSync('/proc/self/task') ? blocks() : inSeconds([samplesOf('agenda')]))
    expect(errorRate('agenda', text(0))).toBe(0)
  }, 240_000)

  it('marks what is missing, and takes what comes twice once', async () => {
    const samples = samplesOf('decision')
    async function* blocks() {
      yield* inSeconds([samples])
      yield* inSeconds([samples.subarray(0, 16_000)])
      yield* inSeconds([samples], samples.length + 32_000)
    }
    const { end, finals } = await hear(blocks())
    expect(end).toMatchObject({ samples: samples.length * 2, missing: 32_000 })
    const texts = finals.flatMap(({ segments }) => segments.map((segment) => segment.text))
    expect(texts.slice(texts.length / 2)).toEqual(texts.slice(0, texts.length / 2))
    const secondMs = (samples.length + 32_000) / 16
    expect(finals.flatMap(({ segments }) => segments).filter(({ startMs }) => startMs >= secondMs)).toHaveLength(texts.length / 2)
  }, 240_000)

  it('says what the source says when it breaks, and ends at once when told to', async () => {
    async function* broken(): AsyncGenerator<LiveBlock> {
      yield* inSeconds([samplesOf('agenda')])
      throw new Error('no more')
    }
    await expect(hear(broken())).rejects.toThrow('no more')
    const abort = new AbortController()
    async function* endless(): AsyncGenerator<LiveBlock> {
      yield* inSeconds([samplesOf('agenda')])
      await new Promise<never>(() => undefined)
    }
    const stopped = hearLive({ blocks: endless(), channels: 1, model: MODEL, language: 'en', signal: abort.signal, onHeard: () => abort.abort() })
    await expect(stopped).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(engines()).toEqual([])
  }, 240_000)

  it('takes nothing the far side says for mine, though my microphone hears it', async () => {
    const mine = samplesOf('two-actions')
    const far = new Int16Array(20 * 16_000)
    far.set(samplesOf('decision'), 16_000)
    const mic = far.map((_, at) => Math.round((far[at - 1600] ?? 0) * 0.3) + (mine[at - 10 * 16_000] ?? 0))
    const { text } = await hear(inSeconds([mic, far]), { channels: 2 })
    expect(errorRate('two-actions', text(0))).toBe(0)
    expect(errorRate('decision', text(1))).toBe(0)
  }, 240_000)
})
