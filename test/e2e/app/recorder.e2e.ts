import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { readSpeech, writeFakeMicrophone } from '../../support/fake-microphone.ts'
import { launchChromium, withMicrophone } from '../kit/browser.ts'
import { buildPage } from './build-page.ts'
import { FirstMinutes, Library, Lock } from './pages.ts'
import { AppWindow } from './window.ts'

/** From the press on Record to the note, with nothing in between that is not the product; the microphone plays a meeting. */
const SPEECH = fileURLToPath(new URL('../../fixtures/speech/meeting-planning.wav', import.meta.url))
const PASSPHRASE = 'four unrelated words'
const SECONDS = 40

let assets = ''
let folder = ''
let browser: Browser
let app: AppWindow

beforeAll(async () => {
  assets = await buildPage()
})
afterAll(() => rmSync(assets, { recursive: true, force: true }))
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sotto-recorder-'))
  writeFakeMicrophone(join(folder, 'microphone.wav'), readSpeech(SPEECH, SECONDS), 3, 30)
  browser = await launchChromium(withMicrophone(join(folder, 'microphone.wav')))
  app = await AppWindow.open(browser, assets, {}, { permissions: ['microphone', 'clipboard-read', 'clipboard-write'] }, 'really')
})
afterEach(async () => {
  const { complaints } = app
  await app.close()
  await browser.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  expect(complaints).toEqual([])
})

const bar = () => app.page.getByRole('region', { name: 'Recorder' })
const WORDS = 60_000

it('records what is said, shows it as it is spoken, records on behind the lock, and becomes a note', { timeout: 300_000 }, async () => {
  const { page } = app
  const lock = new Lock(page)
  await new FirstMinutes(page).createStore(PASSPHRASE)
  await page.getByRole('navigation').getByRole('button', { name: 'Record', exact: true }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill('Planning')
  await page.getByText('Everyone present has agreed to be recorded').click()
  const tab = page.context().waitForEvent('page')
  await page.getByRole('button', { name: 'Start recording' }).click()
  await (await tab).getByRole('heading', { name: 'Sotto is recording' }).waitFor()
  await bar().getByText('Recording', { exact: true }).waitFor()
  await bar().getByText('The others are not recorded').waitFor()
  const lines = page.getByRole('list', { name: 'Live transcript' }).getByRole('listitem')
  await expect.poll(async () => (await lines.allInnerTexts()).join(' ').split(/\s+/).length, { timeout: WORDS }).toBeGreaterThan(25)
  await bar().getByRole('button', { name: 'Mark' }).click()

  await page.keyboard.press('Control+Shift+L')
  await lock.heading.waitFor()
  await page.getByText(/^Recording continues: /).waitFor()
  await lock.passphrase.fill(PASSPHRASE)
  await lock.unlock.click()
  await new Library(page).heading.waitFor()
  await page.getByRole('button', { name: 'Show the recording' }).click()
  await expect.poll(async () => (await lines.allInnerTexts()).join(' ').split(/\s+/).length, { timeout: WORDS }).toBeGreaterThan(25)
  await bar().getByRole('button', { name: 'Stop' }).click()

  await page.getByRole('heading', { level: 1, name: 'Planning' }).waitFor({ timeout: WORDS })
  await page.getByText('Made here by the built-in engine').waitFor({ timeout: 2 * WORDS })
  await page.getByText('Everyone agreed to be recorded').waitFor()
  const [note] = await app.sotto.client.notes.list({})
  if (note === undefined) throw new Error('no note')
  const shown = await app.sotto.client.notes.show({ id: note.id })
  expect(shown.recorded).toMatchObject({ agreement: 'everyone-agreed', ending: 'stopped' })
  expect(shown.recorded?.marks).toHaveLength(1)
  expect(shown.segments.map(({ text }) => text).join(' ').split(/\s+/).length).toBeGreaterThan(25)
})
