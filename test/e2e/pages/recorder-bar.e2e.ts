import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { buildPage } from '../app/build-page.ts'
import type { AppWindow } from '../app/window.ts'
import { launchChromium } from '../kit/browser.ts'
import { IDLE, RECORDING_ID, session } from '../../fakes/recorder/recorder.ts'
import { go, openApp, PASSPHRASE } from './open-app.ts'

let browser: Browser
let app: AppWindow

beforeAll(async () => {
  browser = await launchChromium()
  app = await openApp(browser, await buildPage())
})
afterAll(async () => {
  await app.close()
  await browser.close()
})
afterEach(() => {
  app.recorder.becomes(IDLE)
  expect(app.complaints.splice(0)).toEqual([])
})

const bar = () => app.page.getByRole('region', { name: 'Recorder' })
const press = (name: string): Promise<void> => bar().getByRole('button', { name, exact: true }).click()
const said = async (words: string | RegExp, role: 'status' | 'alert' = 'status'): Promise<void> => {
  await app.page.getByRole(role).filter({ hasText: words }).waitFor({ state: 'attached' })
}

it('shows on every screen that something is recorded, and steers it', async () => {
  const { page, recorder } = app
  expect(await bar().count()).toBe(0)
  recorder.becomes(session())
  for (const screen of ['actions', 'privacy', 'library'] as const) {
    await go(app, { screen })
    await bar().getByText('14:32').waitFor()
    expect(await page.title()).toMatch(/ · Sotto, recording$/)
  }
  expect(await bar().getByRole('meter', { name: 'You' }).getAttribute('aria-valuetext')).toBe('good')
  await press('Pause')
  await said('Recording paused.')
  expect(await page.title()).toBe('Library · Sotto')
  await press('Resume')
  await press('Mark')
  await said('Marked at 14:32.')
  await press('Mute your microphone')
  await said('Your microphone is muted.')
  expect(await bar().getByRole('meter', { name: 'You' }).getAttribute('aria-valuetext')).toBe('muted')
  await press('Stop')
  await bar().waitFor({ state: 'detached' })
  await said('Recording stopped. Saved: 15 min.')
  expect(recorder.asked.splice(0)).toEqual(['pause', 'resume', 'mark', 'mute me true', 'stop'])
})

it('says what is wrong and what helps, at once where nothing is recorded until somebody acts', async () => {
  const { recorder } = app
  recorder.becomes(session())
  await bar().waitFor()
  recorder.becomes(session({ source: 'lost', problem: 'capture-closed' }))
  await said('Nothing is recorded', 'alert')
  await press('Record again here')
  await bar().getByText('Nothing is recorded').waitFor({ state: 'detached' })
  expect(recorder.asked.splice(0)).toEqual(['recapture'])
  recorder.becomes(session({ problem: 'microphone-denied', lowDiskMinutes: 12, silentSide: 'others' }))
  await bar().getByText('allow the microphone for Sotto').waitFor()
  await bar().getByText('room for about 12 min').waitFor()
})

it('asks after five quiet minutes whether it is over, and stops only when told', async () => {
  const { recorder } = app
  recorder.becomes(session({ quietMs: 301_000 }))
  await bar().getByText('Nobody has spoken for 5 min').waitFor()
  await press('Go on recording')
  await bar().getByText('Nobody has spoken').waitFor({ state: 'detached' })
  recorder.becomes(session({ silentSide: 'others' }))
  await bar().getByText('The others have been silent').waitFor()
  recorder.becomes(session({ quietMs: 400_000 }))
  await bar().getByText('Nobody has spoken for 7 min').waitFor()
  expect(recorder.asked).toEqual([])
  await press('Stop recording')
  await bar().waitFor({ state: 'detached' })
  expect(recorder.asked.splice(0)).toEqual(['stop'])
})

it('keeps saying that a recording ended by itself, until that is read', async () => {
  const { recorder } = app
  recorder.becomes(session())
  await bar().waitFor()
  recorder.becomes({ state: 'idle', last: { recordingId: RECORDING_ID, recordedMs: 872_000, endedBy: 'disk-full' } })
  await said('The recording stopped: the disk is full', 'alert')
  await press('Close')
  await bar().waitFor({ state: 'detached' })
})

it('goes on behind the lock, where it can be stopped and says nothing of any note', async () => {
  const { page, recorder } = app
  recorder.becomes(session())
  await bar().waitFor()
  await page.getByRole('button', { name: 'Lock' }).click()
  await page.getByText('Recording continues: 14:32').waitFor()
  expect(await page.title()).toBe('Sotto, locked, recording')
  await press('Stop')
  await bar().waitFor({ state: 'detached' })
  await page.getByText('Recording continues').waitFor({ state: 'detached' })
  expect(recorder.asked.splice(0)).toEqual(['stop'])
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Unlock' }).click()
  await page.getByRole('heading', { level: 1, name: 'Library' }).waitFor()
})
