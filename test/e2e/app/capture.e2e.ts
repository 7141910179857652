import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { openWithPassphrase } from '../../../src-main/core/keys/index.ts'
import { likeness, readSpeech, writeFakeMicrophone, type Block } from '../../support/fake-microphone.ts'
import { serveHere, tokenIn } from '../../support/browser-host.ts'
import { readRecorded } from '../../support/recorded.ts'
import { openSotto, PASSPHRASE } from '../../support/sotto.ts'
import { launchChromium, withMicrophone } from '../kit/browser.ts'
import { buildPage } from './build-page.ts'

/** Sound on its way from a microphone to the disk, in a real browser; the microphone plays a file. */
const SPEECH = fileURLToPath(new URL('../../fixtures/speech/meeting-planning.wav', import.meta.url))
const SECONDS = 12
/** A busy machine takes seconds from opening the device to the first sample. */
const LEAD = 6
const speech = readSpeech(SPEECH, SECONDS)

let assets = ''
let folder = ''
let opened: Awaited<ReturnType<typeof openSotto>>
let host: Awaited<ReturnType<typeof serveHere>>
let browser: Browser
let context: BrowserContext
let complaints: string[] = []

beforeAll(async () => {
  assets = await buildPage()
})
afterAll(() => rmSync(assets, { recursive: true, force: true }))

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sotto-microphone-'))
  writeFakeMicrophone(join(folder, 'microphone.wav'), speech, LEAD, 30)
  opened = await openSotto()
  host = await serveHere(opened.sotto, { assetsDir: assets, dir: opened.dir })
})

async function openBrowser(flags: readonly string[]): Promise<void> {
  browser = await launchChromium([...withMicrophone(join(folder, 'microphone.wav')), ...flags])
  context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', permissions: ['microphone'] })
  complaints = []
  context.on('console', (message) => {
    // Chromium's stand-in for the question what to share looks for a camera.
    if (['error', 'warning'].includes(message.type()) && !message.text().includes('camera is not allowed')) complaints.push(message.text())
  })
  context.on('weberror', (error) => complaints.push(error.error().message))
}
afterEach(async () => {
  await browser.close()
  await host.close()
  await opened.remove()
  rmSync(folder, { recursive: true, force: true })
  expect(complaints).toEqual([])
})

const token = (): string => tokenIn(host.openFile())

/** The app, and the tab that it opens to capture sound in. */
async function openTabs(): Promise<{ app: Page; tab: Page }> {
  const app = await context.newPage()
  await app.goto(`${host.url}#${token()}`)
  const [tab] = await Promise.all([context.waitForEvent('page'), app.evaluate((to) => void open(to, '_blank', 'noopener'), `/capture.html#${token()}`)])
  return { app, tab }
}

async function recorded() {
  const keys = await openWithPassphrase(opened.dir, PASSPHRASE, { now: () => opened.clock.ms })
  try {
    return await readRecorded(opened.dir, (sealed) => keys.openRecordingSeal(sealed))
  } finally {
    keys.close()
  }
}

/** Says how well it was heard. @returns the part of the half seconds that are as good as a microphone gets, and what went missing */
function told(how: string, blocks: readonly Block[]): { good: number; missingMs: number } {
  const sorted = blocks.map(({ snr }) => snr).toSorted((a, b) => a - b)
  const good = sorted.filter((snr) => snr >= 40).length / sorted.length
  // Half a sample to and fro is the way through two rates.
  const missingMs = blocks.reduce((ms, { moved }) => ms + (Math.abs(moved) > 2 ? Math.abs(moved) / 16 : 0), 0)
  const [worst = 0, median = 0] = [sorted[0], sorted[Math.floor(sorted.length / 2)]]
  const figures = `median ${median.toFixed(1)} dB, worst ${worst.toFixed(1)} dB, ${Math.round(good * 100)} % from 40 dB on`
  console.log(`${how}: ${blocks.length} half seconds, ${figures}; ${missingMs.toFixed(1)} ms missing or twice`)
  return { good, missingMs }
}

/** How much longer the sound and what is said to be missing are than the time since it began to come. Milliseconds. */
function tooLong(): () => number {
  const account = (): number => {
    const { state } = host.recorder
    if (state.state === 'idle') throw new Error('nothing is recorded')
    return state.recordedMs + state.gaps.reduce((ms, gap) => ms + (gap.reason === 'lost' ? 0 : gap.ms), 0)
  }
  const [before, from] = [account(), performance.now()]
  return () => Math.round(account() - before - (performance.now() - from))
}

const live = (): Promise<void> => vi.waitFor(() => expect(host.recorder.state).toMatchObject({ source: 'live' }), 20_000)

it('captures what is said, and misses nothing while the app is loaded again and locked', async () => {
  await openBrowser(['--autoplay-policy=no-user-gesture-required'])
  await host.recorder.start({ channels: 2 })
  const { app, tab } = await openTabs()
  await live()
  const off = tooLong()
  await tab.getByRole('heading', { name: 'Sotto is recording' }).waitFor()
  await setTimeout(5_000)
  await app.goto(`${host.url}#${token()}`)
  await setTimeout(3_000)
  await opened.client.system.lock({})
  await app.close()
  await setTimeout((SECONDS + LEAD - 7) * 1_000)
  expect(host.recorder.state).toMatchObject({ state: 'recording', source: 'live', problem: 'no-computer-sound', channels: 2 })
  const drift = off()
  const closed = tab.waitForEvent('close')
  await host.recorder.stop()
  await closed // it closes itself

  const { recording, sound } = await recorded()
  const blocks = likeness(sound[0] ?? new Int16Array(), speech)
  const { good } = told('from the microphone', blocks)
  console.log(`sound and gaps against the clock: ${drift} ms; gaps: ${JSON.stringify(recording.gaps)}`)
  expect(Math.abs(drift)).toBeLessThan(1_000)
  expect(recording).toMatchObject({ ending: 'stopped' })
  expect(blocks.length).toBeGreaterThan(15)
  // A machine with more to do than it can makes Chromium's fake device leave some out.
  expect(good).toBeGreaterThan(0.5)
  expect(sound[1]?.every((sample) => sample === 0)).toBe(true)
})

it('needs no click in its page before it hears, and takes the computer’s sound in with one', async () => {
  await openBrowser([])
  await host.recorder.start({ channels: 2 })
  const { tab } = await openTabs()
  await live()
  const off = tooLong()
  await setTimeout((LEAD + 6) * 1_000)
  await tab.getByRole('button', { name: 'Add this computer’s sound' }).click()
  await setTimeout(9_000)
  const { state } = host.recorder
  const drift = off()
  await host.recorder.stop()
  const { recording, sound } = await recorded()
  const [me = new Int16Array()] = sound
  const { good } = told('before and after the click', likeness(me, speech))
  console.log(`sound and gaps against the clock: ${drift} ms; gaps: ${JSON.stringify(recording.gaps)}`)
  expect(Math.abs(drift)).toBeLessThan(1_000)
  expect(state).toMatchObject({ problem: null })
  expect(good).toBeGreaterThan(0.5)
})
