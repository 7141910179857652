import { rmSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { openWithPassphrase } from '../../../src-main/core/keys/index.ts'
import type { RecorderState } from '../../../src-shared/domain/recorder.ts'
import { serveHere, tokenIn } from '../../support/browser-host.ts'
import { readRecorded } from '../../support/recorded.ts'
import { openSotto, PASSPHRASE } from '../../support/sotto.ts'
import { sureSource } from '../../support/sure-source.ts'
import { launchChromium } from '../kit/browser.ts'
import { buildPage } from './build-page.ts'

/** A microphone that goes away under way while the computer's sound goes on: ended, muted, or just silent. And one that is paused. */
const SECONDS = 600

let browser: Browser
let context: BrowserContext
let assets = ''
let opened: Awaited<ReturnType<typeof openSotto>>
let host: Awaited<ReturnType<typeof serveHere>>
let tab: Page
beforeAll(async () => {
  assets = await buildPage()
  browser = await launchChromium()
})
afterAll(async () => {
  await browser.close()
  rmSync(assets, { recursive: true, force: true })
})
beforeEach(async () => {
  opened = await openSotto()
  host = await serveHere(opened.sotto, { assetsDir: assets, dir: opened.dir })
  context = await browser.newContext({ locale: 'en-GB' })
  await context.addInitScript({ content: sureSource(SECONDS) })
  const app = await context.newPage()
  await app.goto(`${host.url}#${tokenIn(host.openFile())}`)
  await host.recorder.start({ channels: 2 })
  const path = `/capture.html#${tokenIn(host.openFile())}`
  ;[tab] = await Promise.all([context.waitForEvent('page'), app.evaluate(`void open('${path}', '_blank', 'noopener')`)])
  await tab.getByRole('button', { name: 'Add this computer’s sound' }).click({ timeout: 60_000 })
  await until({ problem: null, source: 'live' })
  await recorded(3_000)
})
afterEach(async () => {
  await context.close()
  await host.close()
  await opened.remove()
})

const until = (state: Partial<Exclude<RecorderState, { state: 'idle' }>>): Promise<void> =>
  vi.waitFor(() => expect(host.recorder.state).toMatchObject(state), { timeout: 60_000, interval: 100 })
/** Waits for so much more sound. */
async function recorded(ms: number): Promise<void> {
  const length = (): number => (host.recorder.state.state === 'idle' ? 0 : host.recorder.state.recordedMs)
  const from = length()
  await vi.waitFor(() => expect(length() - from).toBeGreaterThan(ms), { timeout: 60_000, interval: 100 })
}

/** The gaps of the recording, and the longest silence of the microphone's side. */
async function stopped() {
  await host.recorder.stop()
  const keys = await openWithPassphrase(opened.dir, PASSPHRASE, { now: () => opened.clock.ms })
  const { recording, sound } = await readRecorded(opened.dir, (sealed) => keys.openRecordingSeal(sealed)).finally(() => keys.close())
  return { gaps: recording.gaps, samples: recording.part.samples, silence: silenceOf(sound[0] ?? new Int16Array()) }
}
function silenceOf(samples: Int16Array): { atMs: number; ms: number } {
  let longest = { from: 0, to: 0 }
  let from = -1
  // The source's noise crosses zero, never for a whole millisecond.
  samples.forEach((sample, at) => {
    if (sample !== 0) from = at
    else if (at - from > longest.to - longest.from) longest = { from: from + 1, to: at + 1 }
  })
  return { atMs: Math.round(longest.from / 16), ms: Math.round((longest.to - longest.from) / 16) }
}

it('that just stops is told with what to do; the usual one is taken up, and the silence is a marked gap', async () => {
  await tab.evaluate(`globalThis.sureMicrophone = 'stops'; globalThis.sureGives = navigator.mediaDevices.getUserMedia
    navigator.mediaDevices.getUserMedia = () => new Promise((resolve) => (globalThis.sureAllow = () => resolve(globalThis.sureGives())))`)
  await until({ problem: 'microphone-stopped' })
  await tab.getByText('Your microphone has stopped sending sound').waitFor()
  await tab.evaluate(`globalThis.sureMicrophone = undefined; globalThis.sureAllow()`)
  await until({ problem: 'device-changed' })
  await recorded(3_000)
  const { gaps, silence } = await stopped()
  expect(silence.ms).toBeGreaterThan(2_000)
  expect(gaps).toContainEqual({ ...silence, reason: 'lost' })
}, 240_000)

it('that is muted where it is plugged in is told until it is heard again', async () => {
  await tab.evaluate(`globalThis.sureTrack.dispatchEvent(new Event('mute'))`)
  await until({ problem: 'microphone-stopped' })
  await tab.evaluate(`globalThis.sureTrack.dispatchEvent(new Event('unmute'))`)
  await until({ problem: null })
}, 240_000)

it('that goes away gives its place to the usual one', async () => {
  await tab.evaluate(`globalThis.sureMicrophone = 'ends'`)
  await until({ problem: 'device-changed' })
  await tab.evaluate(`globalThis.sureMicrophone = undefined`)
  await tab.getByText('The microphone went away').waitFor()
}, 240_000)

it('that is paused is kept up to the press, what was on its way too, and not after it', async () => {
  const given = (): Promise<number> => tab.evaluate('globalThis.sureSamples.me')
  const before = await given()
  host.recorder.pause()
  const after = await given()
  const { state } = host.recorder
  while ((await given()) < after + 32_000) await tab.waitForTimeout(100)
  const { samples, gaps } = await stopped()
  expect(state).toMatchObject({ state: 'paused' })
  expect(gaps).toEqual([expect.objectContaining({ reason: 'paused' })])
  expect(samples).toBeGreaterThanOrEqual(before)
  expect(samples).toBeLessThan(after + 16_000)
}, 240_000)
