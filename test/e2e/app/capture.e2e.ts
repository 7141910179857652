import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { openWithPassphrase } from '../../../src-main/core/keys/index.ts'
import { likeness, readSpeech, writeFakeMicrophone } from '../../support/fake-microphone.ts'
import { serveHere, tokenIn } from '../../support/browser-host.ts'
import { readRecorded } from '../../support/recorded.ts'
import { openSotto, PASSPHRASE } from '../../support/sotto.ts'
import { launchChromium, withMicrophone } from '../kit/browser.ts'
import { buildPage } from './build-page.ts'

/** Sound on its way from a microphone to the disk, in a real browser; the microphone plays a file. */
const SPEECH = fileURLToPath(new URL('../../fixtures/speech/meeting-planning.wav', import.meta.url))
const SECONDS = 12
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
  writeFakeMicrophone(join(folder, 'microphone.wav'), speech, 3, 30)
  opened = await openSotto()
  host = await serveHere(opened.sotto, { assetsDir: assets, dir: opened.dir })
  browser = await launchChromium(withMicrophone(join(folder, 'microphone.wav')))
  context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', permissions: ['microphone'] })
  complaints = []
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  context.on('weberror', (error) => complaints.push(error.error().message))
})
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

const live = (): Promise<void> => vi.waitFor(() => expect(host.recorder.state).toMatchObject({ source: 'live' }), 20_000)

it('captures what is said, and misses nothing while the app is loaded again and locked', async () => {
  await host.recorder.start({ channels: 2 })
  const { app, tab } = await openTabs()
  await live()
  await tab.getByRole('heading', { name: 'Sotto is recording' }).waitFor()
  await setTimeout(5_000)
  await app.goto(`${host.url}#${token()}`)
  await setTimeout(3_000)
  await opened.client.system.lock({})
  await app.close()
  await setTimeout((SECONDS - 4) * 1_000)
  expect(host.recorder.state).toMatchObject({ state: 'recording', source: 'live', gaps: [], problem: 'no-computer-sound', channels: 2 })
  const closed = tab.waitForEvent('close')
  await host.recorder.stop()
  await closed // it closes itself

  const { recording, sound } = await recorded()
  const { lag, blocks } = likeness(sound[0] ?? new Int16Array(), speech)
  const worst = Math.min(...blocks.map(({ snr }) => snr))
  const median = blocks.map(({ snr }) => snr).toSorted((a, b) => a - b)[Math.floor(blocks.length / 2)]
  console.log(`captured: begins after ${Math.round(lag / 16)} ms, ${blocks.length} half seconds, median ${median?.toFixed(1)} dB, worst ${worst.toFixed(1)} dB`)
  expect(recording).toMatchObject({ ending: 'stopped', gaps: [] })
  expect(blocks.length).toBeGreaterThan(15)
  expect(worst).toBeGreaterThan(40)
  expect(sound[1]?.every((sample) => sample === 0)).toBe(true)
})
