import { compare, heardOf, play, recordingOf, textOf, wordsOf } from './live-sound.ts'

/** How loud the far side is in the microphone, and how late. */
const ECHOES = [-10, -15, -20].flatMap((level) => [20, 100, 250].map((ms) => ({ level, ms })))
const SPEED = 2
/** How far from its time a word of the far side is still taken for it. */
const NEARBY_MS = 1500

/** One meeting in the microphone, another one on the far side at the same time, and the far side's echo in the microphone. */
export async function benchEcho({ quick }: { quick: boolean }): Promise<void> {
  const near = recordingOf('meeting-planning')
  const far = recordingOf('meeting-launch')
  const said = wordsOf(near.reference.text)
  const farSaid = wordsOf(far.reference.text)
  const row = async (echo: { level: number; ms: number } | null) => {
    const gain = echo === null ? 0 : 10 ** (echo.level / 20)
    const mic = near.samples.map((sample, at) => sample + Math.round(gain * (far.samples[at - (echo?.ms ?? 0) * 16] ?? 0)))
    const farSide = new Int16Array(mic.length)
    farSide.set(far.samples.subarray(0, mic.length))
    const { finals } = await play([mic, farSide], SPEED)
    const heard = heardOf(finals, 0)
    const me = compare(said, heard.map(({ word }) => word))
    const isFar = (at: number): boolean => {
      const { word, startMs, endMs } = heard[at] ?? { word: '', startMs: 0, endMs: 0 }
      return far.reference.utterances.some(
        ({ start, end, text }) => start * 1000 < endMs + NEARBY_MS && end * 1000 > startMs - NEARBY_MS && wordsOf(text).includes(word),
      )
    }
    const others = compare(farSaid, wordsOf(textOf(finals, 1)))
    return { echo, errors: me.errors, strange: me.strange.filter(isFar).length, farErrors: others.errors }
  }
  const without = await row(null)
  const rows = [without]
  for (const echo of quick ? ECHOES.slice(1, 2) : ECHOES) rows.push(await row(echo))
  console.log(`two meetings at once, ${said.length} and ${farSaid.length} words; the second one also in the first one's microphone`)
  console.table(
    rows.map(({ echo, errors, strange, farErrors }) => ({
      echo: echo === null ? 'none' : `${echo.level} dB, ${echo.ms} ms`,
      'near words wrong': errors,
      'points over none': (((errors - without.errors) * 100) / said.length).toFixed(1),
      'words of the far side in it': `${((strange * 100) / farSaid.length).toFixed(1)} %`,
      'far words wrong': farErrors,
    })),
  )
}
