import { readdirSync, readFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { filesBelow, findCanaries } from '../support/canaries.ts'
import { run, runJson, start, workFolder } from '../support/cli.ts'
import { SPEECH_MODEL } from '../support/sotto.ts'

/**
 * kill -9 at random moments while a recording is taken in, heard and redacted; then: neither a word nor a piece of its sound is
 * readable on disk, no file is left without its note, and the note is whole and the same as undisturbed, or was not begun.
 * `SOTTO_CRASH_TRIALS` (20), `SOTTO_CRASH_SEED`.
 */
const TRIALS = Number(process.env['SOTTO_CRASH_TRIALS'] ?? 20)
const SEED = Number(process.env['SOTTO_CRASH_SEED'] ?? Date.now() % 1_000_000)
const recording = fileURLToPath(new URL('../fixtures/speech/meeting-planning.wav', import.meta.url))
const WORDS = ['customer survey', 'dark mode', 'payment bug', 'hiring plan', 'forty thousand', 'design draft']
/** Pieces of the sound, a few samples each, from all over the file; the loud ones say most. */
const sound = readFileSync(recording).subarray(44)
const PIECES = Array.from({ length: 200 }, (_, index) => sound.subarray(index * 11_000, index * 11_000 + 16)).filter((piece) => new Set(piece).size > 6)

interface Note {
  id: string
  state: string
}

const notesIn = (document: unknown): Note[] => (document as { notes: Note[] }).notes // the CLI's own stable shape

async function textOf(id: string, options: { data: string; temp: string }): Promise<unknown> {
  const { document } = await runJson(['show', id], options)
  const { segments } = document as { segments: { text: string; startMs: number }[] } // as above
  return segments.map(({ text, startMs }) => [startMs, text.replace(/_\d+\]/g, ']')])
}

describe(`kill -9 with a recording, ${TRIALS} trials, seed ${SEED}`, () => {
  it(
    'leaves no sound on disk, opens again, and hears nothing twice',
    async () => {
      const folder = workFolder()
      const { data, temp } = folder
      const options = { data, temp, env: { SOTTO_WHISPER_MODEL: SPEECH_MODEL } }
      const counted = { killed: 0, nothing: 0, whole: 0 }
      let state = SEED >>> 0
      const random = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32
      try {
        expect((await run(['init'], options)).status).toBe(0)
        const began = performance.now()
        const { document } = await runJson(['import', recording], options)
        const wholeMs = performance.now() - began
        const expected = await textOf(notesIn(document)[0]?.id ?? '', options)

        for (let trial = 0; trial < TRIALS; trial++) {
          const before = notesIn((await runJson(['list'], options)).document)
          const { child, ran } = start(['import', recording], options)
          const timer = setTimeout(() => child.kill('SIGKILL'), random() * wholeMs * 1.05)
          if ((await ran).status === null) counted.killed++
          clearTimeout(timer)
          expect(findCanaries([data, temp], WORDS), `trial ${trial}, after the kill`).toEqual([])
          for (const file of [data, temp].flatMap(filesBelow)) {
            const bytes = readFileSync(file)
            expect(PIECES.some((piece) => bytes.includes(piece)), `trial ${trial}: sound in ${file}`).toBe(false)
          }
          let after = notesIn((await runJson(['list'], options)).document)
          const fresh = after.find(({ id }) => !before.some((note) => note.id === id))
          if (fresh === undefined) counted.nothing++
          else {
            for (let attempt = 0; attempt < 20 && after.some((note) => note.state === 'processing'); attempt++) {
              await run(['retry', fresh.id], options)
              after = notesIn((await runJson(['list'], options)).document)
            }
            expect(after.find(({ id }) => id === fresh.id)?.state, `trial ${trial}`).toBe('ready')
            expect(await textOf(fresh.id, options), `trial ${trial}`).toEqual(expected)
            expect((await run(['delete', fresh.id, '--yes'], options)).status).toBe(0)
            counted.whole++
          }
          expect(existsSync(join(data, 'audio')) ? readdirSync(join(data, 'audio')).length : 0, `trial ${trial}: folders`).toBe(1)
        }
        expect((await runJson(['audit', 'verify'], options)).document).toMatchObject({ ok: true })
        console.table(counted)
        expect(counted.killed, 'the kills must have hit').toBeGreaterThan(TRIALS / 2)
      } finally {
        folder.remove()
      }
    },
    TRIALS * 240_000 + 240_000,
  )
})
