import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { readSpeech, writeFakeMicrophone } from '../../support/fake-microphone.ts'
import { serveHere, tokenIn } from '../../support/browser-host.ts'
import { importRecording, openSotto } from '../../support/sotto.ts'
import { countedWords, referenceOf, wordErrors } from '../../unit/speech/recording.ts'
import { launchChromium, withMicrophone } from '../kit/browser.ts'
import { buildPage } from './build-page.ts'

/** One meeting in the microphone and another one in a tab that is shared: two channels, each with its own words. */
const SECONDS = 28
/** A busy machine takes seconds from opening the device to the first sample. */
const LEAD = 6
/** From the last words that were waited for to the end of what is said. */
const REST_MS = 7_000
const FAR = 'The far side'
const file = (name: string): string => fileURLToPath(new URL(`../../fixtures/speech/${name}.wav`, import.meta.url))
const saidIn = (name: string): string[] =>
  countedWords(
    referenceOf(name)
      .utterances.filter(({ end }) => end < SECONDS)
      .map(({ text }) => text)
      .join(' '),
  )
/** Up to the last utterance that is counted: half a word more is a word too many. */
function partOf(name: string): Int16Array {
  const end = Math.max(...referenceOf(name).utterances.map(({ end }) => (end < SECONDS ? end : 0)))
  return readSpeech(file(name), end + 0.1)
}
function wavOf(name: string): Buffer {
  const samples = partOf(name)
  const header = Buffer.from(readFileSync(file(name)).subarray(0, 44))
  header.writeUInt32LE(samples.byteLength + 36, 4)
  header.writeUInt32LE(samples.byteLength, 40)
  return Buffer.concat([header, Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)])
}

const SIDES = [
  { name: 'meeting-planning', speaker: 'Speaker 1', other: 'meeting-launch' },
  { name: 'meeting-launch', speaker: 'Speaker 2', other: 'meeting-planning' },
] as const

let assets = ''
let folder = ''
let browser: Browser
let opened: Awaited<ReturnType<typeof openSotto>>
let host: Awaited<ReturnType<typeof serveHere>>
beforeAll(async () => {
  assets = await buildPage()
  folder = mkdtempSync(join(tmpdir(), 'sotto-two-sides-'))
  writeFakeMicrophone(join(folder, 'microphone.wav'), partOf('meeting-planning'), LEAD, 180)
  opened = await openSotto()
  host = await serveHere(opened.sotto, { assetsDir: assets, dir: opened.dir })
  const flags = [`--auto-select-tab-capture-source-by-title=${FAR}`, '--autoplay-policy=no-user-gesture-required']
  browser = await launchChromium([...withMicrophone(join(folder, 'microphone.wav')).filter((flag) => !flag.includes('fake-ui')), ...flags])
})
// One at a time: what failed is not in the way of another try.
afterEach(async () => {
  if (host.recorder.state.state !== 'idle') await host.recorder.stop()
})
afterAll(async () => {
  await browser.close()
  await host.close()
  await opened.remove()
  rmSync(assets, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})

it('hears each side on its own, live and in the note, as well as from its file', async () => {
  const { client } = opened
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', permissions: ['microphone'] })
  const far = await context.newPage()
  await far.setContent(`<title>${FAR}</title><audio src="data:audio/wav;base64,${wavOf('meeting-launch').toString('base64')}"></audio>`)
  const app = await context.newPage()
  const token = (): string => tokenIn(host.openFile())
  await app.goto(`${host.url}#${token()}`)
  const recordingId = await host.recorder.start({ channels: 2 })
  const [tab] = await Promise.all([context.waitForEvent('page'), app.evaluate((to) => void open(to, '_blank', 'noopener'), `/capture.html#${token()}`)])
  await tab.getByRole('button', { name: 'Add this computer’s sound' }).click()
  await vi.waitFor(() => expect(host.recorder.state).toMatchObject({ source: 'live', problem: null }), 30_000)
  const { noteId } = await client.recordings.follow({ recordingId })
  const live = { me: '', others: '' }
  // As the window does: before hearing has begun there is nothing to watch.
  const watching = (async () => {
    for (let isOver = false; !isOver; await sleep(200)) {
      for await (const event of await client.live.watch({ noteId })) {
        if (event.kind === 'segment' && event.speaker !== null) live[event.speaker] += ` ${event.text}`
        isOver = event.kind === 'end'
      }
    }
  })()
  const recordedMs = (): number => (host.recorder.state.state === 'idle' ? 0 : host.recorder.state.recordedMs)
  await far.evaluate(async () => document.querySelector('audio')?.play())
  // A busy machine plays a fake microphone slowly: both are heard out, however long that takes.
  for (const side of ['me', 'others'] as const) await vi.waitFor(() => expect(live[side].split(' ').length).toBeGreaterThan(45), 120_000)
  const end = recordedMs() + REST_MS
  await vi.waitFor(() => expect(recordedMs()).toBeGreaterThan(end), 120_000)
  await host.recorder.stop()
  await watching
  // Its jobs begin when the recording has been taken up.
  await vi.waitFor(async () => expect(await client.notes.show({ id: noteId })).toMatchObject({ state: 'ready' }), 60_000)

  const { segments, recorded } = await client.notes.show({ id: noteId, reveal: true })
  console.info(`gaps: ${JSON.stringify(recorded?.gaps)}`)
  const saidBy = (speaker: string): string[] => countedWords(segments.flatMap((segment) => (segment.speaker === speaker ? segment.text : [])).join(' '))
  for (const { name, speaker, other } of SIDES) {
    const said = saidIn(name)
    const heard = saidBy(speaker)
    writeFileSync(join(folder, `${name}.wav`), wavOf(name))
    const { segments: lines } = await client.notes.show({ id: await importRecording(client, join(folder, `${name}.wav`)), reveal: true })
    const [recordedWrong, importedWrong] = [wordErrors(said, heard), wordErrors(said, countedWords(lines.map(({ text }) => text).join(' ')))]
    // What both say has no side.
    const strange = heard.filter((word) => !said.includes(word) && saidIn(other).includes(word))
    const wrong = `${recordedWrong} wrong recorded, ${importedWrong} imported`
    console.info(`${speaker}: ${said.length} words, ${wrong}; of the other side: ${strange.length}; heard: ${heard.join(' ')}`)
    expect(recordedWrong / said.length).toBeLessThan(importedWrong / said.length + 0.05)
    expect(strange.length / saidIn(other).length).toBeLessThanOrEqual(0.02)
  }
  expect(live.me).not.toBe('')
}, 300_000)
