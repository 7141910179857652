import { withoutEcho } from '../../src-main/core/live/index.ts'
import { transcribe } from '../../src-main/core/speech/index.ts'
import { scenes, type Scene } from './live-scenes.ts'
import { compare, heardOf, modelFile, play, textOf, wordsOf } from './live-sound.ts'

/** How loud the far side is in the microphone, and how late. */
const ECHOES = [-10, -15, -20].flatMap((level) => [20, 50, 100, 250].map((ms) => ({ level, ms })))
const SPEED = 2
/** How far from its time a word of the far side is still taken for it. */
const NEARBY_MS = 1500
/** A quarter of a second, as the disk has it. */
const CHUNK = 4_000

type Echo = (typeof ECHOES)[number]

interface Word {
  readonly word: string
  readonly startMs: number
  readonly endMs: number
}

/** Of the near side: words wrong, and words in it that the far side said then. */
interface Counted {
  readonly errors: number
  readonly strange: number
}

interface Row {
  readonly echo: Echo | null
  readonly live: Counted
  readonly later: Counted
  readonly farErrors: number
}

/**
 * One meeting in the microphone, another one on the far side, and the far side's echo in the microphone: what is heard of them while
 * they are recorded, and what by the job that hears a recording after Stop.
 */
export async function benchEcho({ quick }: { quick: boolean }): Promise<void> {
  for (const scene of scenes()) {
    const rows: Row[] = []
    for (const echo of [null, ...(quick ? ECHOES.slice(2, 3) : ECHOES)]) rows.push(await rowOf(scene, echo))
    show(scene, rows)
  }
}

async function rowOf(scene: Scene, echo: Echo | null): Promise<Row> {
  const gain = echo === null ? 0 : 10 ** (echo.level / 20)
  const mic = scene.near.map((sample, at) => sample + Math.round(gain * (scene.far[at - (echo?.ms ?? 0) * 16] ?? 0)))
  const { finals } = await play([mic, scene.far], SPEED)
  return {
    echo,
    live: count(scene, heardOf(finals, 0)),
    later: count(scene, await heardLater(mic, scene.far)),
    farErrors: compare(saidBy(scene.saidFar), wordsOf(textOf(finals, 1))).errors,
  }
}

/** By the same two steps as core/pipeline/transcribe-stage.ts. */
async function heardLater(mic: Int16Array, far: Int16Array): Promise<Word[]> {
  async function* blocks(): AsyncGenerator<Int16Array[]> {
    for (let at = 0; at < mic.length; at += CHUNK) yield [mic.subarray(at, at + CHUNK), far.subarray(at, at + CHUNK)]
  }
  const { segments } = await transcribe({ pcm: withoutEcho(blocks()), model: modelFile, language: 'en' })
  return segments.flatMap(({ text, startMs, endMs }) => wordsOf(text).map((word) => ({ word, startMs, endMs })))
}

function count(scene: Scene, heard: readonly Word[]): Counted {
  const { errors, strange } = compare(
    saidBy(scene.saidNear),
    heard.map(({ word }) => word),
  )
  const isFar = (at: number): boolean => {
    const { word, startMs, endMs } = heard[at] ?? { word: '', startMs: 0, endMs: 0 }
    return scene.saidFar.some(
      ({ start, end, text }) => start * 1000 < endMs + NEARBY_MS && end * 1000 > startMs - NEARBY_MS && wordsOf(text).includes(word),
    )
  }
  return { errors, strange: strange.filter(isFar).length }
}

function show(scene: Scene, rows: readonly Row[]): void {
  const [without] = rows
  if (without === undefined) return
  const [near, far] = [saidBy(scene.saidNear).length, saidBy(scene.saidFar).length]
  const points = (errors: number, least: number): string => `${errors} (${errors > least ? '+' : ''}${(((errors - least) * 100) / near).toFixed(1)})`
  const percent = (strange: number): string => `${((strange * 100) / far).toFixed(1)} %`
  console.log(`two meetings ${scene.name}, ${near} and ${far} words; the second one also in the first one's microphone`)
  console.table(
    rows.map(({ echo, live, later, farErrors }) => ({
      echo: echo === null ? 'none' : `${echo.level} dB, ${echo.ms} ms`,
      'near words wrong, live (points)': points(live.errors, without.live.errors),
      'of the far side in it': percent(live.strange),
      'heard after Stop': points(later.errors, without.later.errors),
      'of the far side in that': percent(later.strange),
      'far words wrong': farErrors,
    })),
  )
}

const saidBy = (said: Scene['saidFar']): string[] => said.flatMap(({ text }) => wordsOf(text))
