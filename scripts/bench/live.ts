import { availableParallelism } from 'node:os'
import { openEar, transcribe } from '../../src-main/core/speech/index.ts'
import { burn } from '../../test/support/burn.ts'
import { benchEcho } from './live-echo.ts'
import { compare, modelFile, play, quantile, recordingOf, textOf, wordsOf, type Play } from './live-sound.ts'

/**
 * `npm run bench -- live [--quick]`: test recordings played at the speed they were spoken. How long after the end of an utterance its
 * final text is there, beside what the engine alone takes for the same sound; how many words are wrong, beside the same file imported;
 * what is lost while every processor is kept busy by others. Then the far side in an open microphone.
 */
export async function benchLive({ quick }: { quick: boolean }): Promise<void> {
  const name = quick ? 'two-actions' : 'meeting-launch'
  const { samples, reference } = recordingOf(name)
  const imported = await importErrors(samples, reference.text)
  const words = wordsOf(reference.text).length

  const idle = await play([samples], 1)
  const busy = availableParallelism()
  const relieve = burn(busy)
  const loaded = await play([samples], 1).finally(relieve)

  console.log(`${name}: ${reference.utterances.length} utterances, ${words} words; imported: ${imported} words wrong`)
  const ends = reference.utterances.map(({ end }) => end * 1000)
  const row = (what: string, played: Play) => {
    const waits = waitsOf(played, ends)
    const { errors } = compare(wordsOf(reference.text), wordsOf(textOf(played.finals, 0)))
    return {
      '': what,
      'final text after the utterance, median s': seconds(quantile(waits, 0.5)),
      'p95 s': seconds(quantile(waits, 0.95)),
      'words wrong': errors,
      'points over import': (((errors - imported) * 100) / words).toFixed(1),
      provisional: played.provisional,
      'most behind s': seconds(played.mostBehindMs),
      'after Stop s': seconds(played.wallMs - samples.length / 16),
      'samples dropped': samples.length - played.samples,
      'thread blocked ms': Math.round(played.blockedMs),
    }
  }
  console.table([row('as it is', idle), row(`${busy} busy processes beside it`, loaded)])

  const engine = await engineAlone(samples, idle)
  console.log(`the engine alone, for the same stretches of sound: median ${seconds(quantile(engine, 0.5))} s, p95 ${seconds(quantile(engine, 0.95))} s`)
  await benchEcho({ quick })
}

const seconds = (ms: number): number => Number((ms / 1000).toFixed(2))

async function importErrors(samples: Int16Array, said: string): Promise<number> {
  async function* pcm(): AsyncGenerator<Int16Array> {
    yield samples
  }
  const { segments } = await transcribe({ pcm: pcm(), model: modelFile, language: 'en' })
  return compare(wordsOf(said), wordsOf(segments.map(({ text }) => text).join(' '))).errors
}

/** How long after the last sample of each utterance the words that reach furthest into it were final. */
function waitsOf({ finals }: Play, ends: readonly number[]): number[] {
  return ends.flatMap((end) => {
    const final = finals.find(({ doneMs }) => doneMs >= end - 100)
    return final === undefined ? [] : [final.atMs - end]
  })
}

/** Each stretch that was heard as one, heard again with nothing else to do. */
async function engineAlone(samples: Int16Array, { finals }: Play): Promise<number[]> {
  const ear = await openEar({ model: modelFile, language: 'en' })
  const times: number[] = []
  try {
    // The first one starts the process.
    await ear.hear({ startMs: 0, samples: samples.slice(0, 16_000), speech: new Uint8Array(50), nextMs: 1_000 })
    for (const { segments, doneMs } of finals) {
      const startMs = Math.max(0, (segments[0]?.startMs ?? 0) - 300)
      const stretch = samples.slice(startMs * 16, doneMs * 16)
      const from = performance.now()
      await ear.hear({ startMs, samples: stretch, speech: new Uint8Array(Math.ceil(stretch.length / 320)).fill(1), nextMs: doneMs })
      times.push(performance.now() - from)
    }
  } finally {
    await ear.close()
  }
  return times
}
