import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { buildPage } from '../app/build-page.ts'
import type { AppWindow } from '../app/window.ts'
import { launchChromium } from '../kit/browser.ts'
import { IDLE, RECORDING_ID, session } from '../../fakes/recorder/recorder.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'
import { bringIn, go, openApp } from './open-app.ts'

let browser: Browser
let app: AppWindow

beforeAll(async () => {
  browser = await launchChromium()
  app = await openApp(browser, await buildPage())
  app.live.noteId = await bringIn(app)
})
afterAll(async () => {
  await app.close()
  await browser.close()
})
afterEach(() => {
  app.recorder.becomes(IDLE)
  app.recorder.refusal = null
  app.recorder.asked.length = 0
  app.live.followed.length = 0
  expect(app.complaints.splice(0)).toEqual([])
})

const main = () => app.page.getByRole('main')
const heading = (name: string): Promise<void> => app.page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
const start = () => main().getByRole('button', { name: 'Start recording' })
const said = (id: number, startMs: number, text: string, speaker: 'me' | 'others' | null = 'others') => ({
  kind: 'segment',
  id,
  speaker,
  startMs,
  endMs: startMs + 900,
  text,
})

it('records what was described, shows the words as they are spoken, and leads to the note', async () => {
  const { page, recorder, live } = app
  await page.getByRole('navigation').getByRole('button', { name: 'Record', exact: true }).click()
  await heading('Record a meeting')
  await main().getByRole('textbox', { name: 'Title' }).fill('Supplier call')
  await main().getByRole('textbox', { name: 'Who is there' }).fill('Ann, Bo ,Ann')
  await main().getByText('Everyone present has agreed to be recorded').click()
  await start().click()
  await heading('Recording')
  expect(recorder.asked).toEqual(['start 2'])
  await expect.poll(() => live.followed).toMatchObject([
    { recordingId: RECORDING_ID, title: 'Supplier call', participants: ['Ann', 'Bo'], agreement: 'everyone-agreed', isHeardLive: true },
  ])
  await main().getByRole('heading', { name: 'Waiting for sound' }).waitFor()
  recorder.becomes(session({ recordedMs: 9_000, marks: [4_000] }))
  live.says(said(0, 0, 'We could send it on Monday.'), { kind: 'provisional', speaker: 'me', startMs: 4_000, text: 'and then' })
  const lines = main().getByRole('list', { name: 'Live transcript' }).getByRole('listitem')
  await lines.getByText('We could send it on Monday.').waitFor()
  await lines.getByText('and then').waitFor()
  expect(await lines.first().innerText()).toContain('Others')
  live.says(said(1, 4_000, 'And then we call [PERSON_1].', 'me'), { kind: 'provisional', speaker: 'me', startMs: 4_000, text: '' })
  live.says({ kind: 'behind', ms: 12_000 })
  await main().getByText('The words are behind by 12 s. Nothing is lost.').waitFor()
  live.hears('battery')
  await main().getByText('Words wait: this computer runs on its battery').waitFor()
  live.hears('live')
  await main().getByText('Words wait: this computer runs on its battery').waitFor({ state: 'detached' })
  await lines.getByText('We could send it on Monday.').waitFor()
  expect(await lines.count()).toBe(2)
  expect(await lines.last().innerText()).toMatch(/You\s+And then we call .*Person 1/s)
  await main().getByText('Marked at 0:04').waitFor()
  await page.getByRole('region', { name: 'Recorder' }).getByRole('button', { name: 'Stop' }).click()
  await heading(await app.titleOf('transcript'))
})

it('stays where the reader is, and goes to the latest when asked', async () => {
  const { page, recorder, live } = app
  recorder.becomes(session())
  await page.getByRole('button', { name: 'Show the recording' }).click()
  await heading('Recording')
  live.says({ kind: 'provisional', speaker: 'me', startMs: 9_000, text: 'what is still being said' })
  live.says(...Array.from({ length: 200 }, (_, at) => said(10 + at, 10_000 + at * 1000, `Sentence number ${at}.`)))
  await main().getByText('Sentence number 199.').waitFor()
  expect(await main().getByRole('button', { name: 'Jump to latest' }).count()).toBe(0)
  await main().getByRole('list', { name: 'Live transcript' }).hover()
  await page.mouse.wheel(0, -2000)
  await main().getByRole('button', { name: 'Jump to latest' }).waitFor()
  live.says(said(300, 400_000, 'The latest of all.'))
  await expect.poll(() => main().getByText('The latest of all.').count()).toBe(0)
  await main().getByRole('button', { name: 'Jump to latest' }).click()
  await main().getByText('The latest of all.').waitFor()
  // The list is silent; what is finished is read only when asked for.
  expect(await main().getByRole('log').count()).toBe(0)
  await main().getByText('Read finished sentences aloud').click()
  await main().getByRole('log').waitFor({ state: 'attached' })
  live.says(said(301, 401_000, 'Heard aloud.'))
  await expect.poll(() => main().getByRole('log').textContent(), { timeout: 10_000 }).toBe('Others: Heard aloud.')
})

it('has a note made of a recording that was begun elsewhere, and says once it is over', async () => {
  const { page, recorder, live } = app
  await go(app, { screen: 'library' })
  const recordingId = `${RECORDING_ID.slice(0, -1)}X` as typeof RECORDING_ID // another id of the same form
  recorder.becomes(session({ recordingId }))
  // Whoever began it has the first word.
  await expect.poll(() => live.followed, { timeout: 10_000 }).toMatchObject([{ recordingId, agreement: 'not-asked' }])
  recorder.becomes({ state: 'idle', last: { recordingId, recordedMs: 872_000, endedBy: 'stopped' } })
  await page.getByRole('button', { name: 'Open the note' }).click()
  await heading(await app.titleOf('transcript'))
})

it('is begun and ended by its keys, and asks before it ends', async () => {
  const { page, recorder } = app
  await go(app, { screen: 'library' })
  await page.keyboard.press('Control+Shift+R')
  await heading('Record a meeting')
  recorder.becomes(session())
  await heading('Recording')
  await page.keyboard.press('Control+Shift+P')
  await page.getByRole('region', { name: 'Recorder' }).getByText('Paused').waitFor()
  await page.keyboard.press('Control+Shift+M')
  await page.keyboard.press('Control+Shift+R')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Go on recording' }).click()
  expect(recorder.asked).toEqual(['pause', 'mark'])
  await page.keyboard.press('Control+Shift+R')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Stop recording' }).click()
  await expect.poll(() => recorder.asked).toEqual(['pause', 'mark', 'stop'])
})

it('begins only with everyone’s agreement where that is required, and says what a start failed with', async () => {
  const { page, recorder } = app
  await go(app, { screen: 'settings' })
  await page.getByRole('radio', { name: 'Require it' }).click()
  await go(app, { screen: 'record' })
  await start().press('Enter')
  await page.getByRole('status').filter({ hasText: 'everyone must agree first' }).waitFor({ state: 'attached' })
  expect(recorder.asked).toEqual([])
  await main().getByRole('button', { name: 'Copy the notice' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('record this meeting')
  await main().getByText('Everyone present has agreed to be recorded').click()
  recorder.refusal = new Failure('DISK_FULL', {})
  await start().click()
  await main().getByText('The recording did not begin').waitFor()
  await main().getByText('Free some space').waitFor()
  await go(app, { screen: 'settings' })
  await page.getByRole('radio', { name: 'Remind me' }).click()
})

it('keeps what is chosen in the settings, and what is kept of a meeting for that meeting alone', async () => {
  const { page, recorder, live } = app
  await go(app, { screen: 'settings' })
  await main().getByRole('textbox', { name: 'Words to ask everyone with' }).fill('May I take notes by ear?')
  await main().getByRole('button', { name: 'Save these words' }).click()
  await app.enter()
  await page.getByRole('navigation').getByRole('button', { name: 'Record', exact: true }).click()
  await main().getByText('May I take notes by ear?').waitFor()
  await main().getByText('Sound alone', { exact: true }).click()
  expect(await main().getByText('When the words come').count()).toBe(0)
  await start().click()
  await main().getByRole('heading', { name: 'Sound alone is recorded' }).waitFor()
  await page.getByRole('region', { name: 'Recorder' }).getByText('sound alone').waitFor()
  expect(recorder.asked).toEqual(['start 2'])
  await expect.poll(() => live.followed.length).toBe(1)
  expect(await app.sotto.client.settings.get({})).toMatchObject({ notice: 'May I take notes by ear?', mode: 'sound-and-text' })
})
