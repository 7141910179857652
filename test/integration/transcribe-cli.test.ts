import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { MODEL } from '../unit/speech/recording.ts'
import { run, runJson, workFolder } from '../support/cli.ts'

/** Sound to text to note with the command line alone; the engine is real, its model a tiny one made for tests. */
const folder = workFolder()
const { data } = folder
afterAll(() => folder.remove())
const clip = fileURLToPath(new URL('../fixtures/speech/action-item.wav', import.meta.url))
const env = { SOTTO_WHISPER_MODEL: MODEL }

describe('sotto transcribe', () => {
  it('hears a recording, and what it prints can be imported as a note', async () => {
    expect((await run(['init'], { data })).status).toBe(0)
    const heard = await runJson(['transcribe', clip, '--language', 'en'], { data, env })
    expect(heard.status, heard.stderr).toBe(0)
    const { segments, audioMs } = z
      .object({
        segments: z.array(z.object({ startMs: z.number(), endMs: z.number(), text: z.string() })).min(1),
        engine: z.string(),
        model: z.string(),
        audioMs: z.number(),
        wallMs: z.number(),
      })
      .parse(heard.document)
    expect(audioMs).toBeGreaterThan(3_000)
    expect(segments.every(({ startMs, endMs }) => startMs < endMs && endMs <= audioMs + 500)).toBe(true)

    const file = join(folder.dir, 'heard.json')
    writeFileSync(file, JSON.stringify(heard.document))
    const imported = await runJson(['import', file, '--date', '2026-11-20'], { data })
    expect(imported).toMatchObject({ status: 0, document: { notes: [{ state: 'ready', segments: segments.length }] } })
  })

  it('ends with 2 on what is no recording, and with 4 without a model, naming the command that gets one', async () => {
    const noise = join(folder.dir, 'noise.wav')
    writeFileSync(noise, 'this is not sound')
    expect((await run(['transcribe', noise], { data, env })).status).toBe(2)
    const { status, stderr } = await run(['transcribe', clip], { data })
    expect(status).toBe(4)
    expect(stderr).toContain('sotto models pull')
  })
})
