import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { NoteId } from '../../../src-shared/domain/ids.ts'
import { readSpeech, writeFakeMicrophone } from '../../support/fake-microphone.ts'
import { countedWords, referenceOf, wordErrors } from '../../unit/speech/recording.ts'
import { launchChromium, withMicrophone } from '../kit/browser.ts'
import { buildPage } from './build-page.ts'
import { FirstMinutes, Library } from './pages.ts'
import { AppWindow } from './window.ts'

/** From the press on Record to the note, in a real browser whose microphone plays a meeting. */
const PASSPHRASE = 'four unrelated words'
const fixture = (name: string): string => fileURLToPath(new URL(`../../fixtures/speech/${name}`, import.meta.url))
const MEETING = fixture('meeting-planning.wav')
/** So much of it: a test of it waits as long as it lasts. */
const SECONDS = 39
const said = countedWords(
  referenceOf('meeting-planning')
    .utterances.filter(({ end }) => end < SECONDS)
    .map(({ text }) => text)
    .join(' '),
)
/** A busy machine may keep a fake device from playing; what it lost is told, and never much. */
const MOST_LOST_MS = 1_500

let folder = ''
let assets = ''
let browser: Browser
let app: AppWindow
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sotto-record-'))
  writeFakeMicrophone(join(folder, 'microphone.wav'), readSpeech(MEETING, SECONDS), 4, 120)
  writeFileSync(join(folder, 'planning.wav'), wavOf(readFileSync(MEETING).subarray(44, 44 + SECONDS * 32_000)))
  assets = await buildPage()
  browser = await launchChromium(withMicrophone(join(folder, 'microphone.wav')))
})
afterAll(async () => {
  await browser.close()
  rmSync(assets, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})
afterEach(async () => {
  const { complaints } = app
  await app.close()
  expect(complaints).toEqual([])
})

/** Its samples behind the usual 44 bytes. */
function wavOf(samples: Buffer): Buffer {
  const header = Buffer.from(readFileSync(MEETING).subarray(0, 44))
  header.writeUInt32LE(samples.length + 36, 4)
  header.writeUInt32LE(samples.length, 40)
  return Buffer.concat([header, samples])
}

const recordedMs = (): number => (app.desk.state.state === 'idle' ? 0 : app.desk.state.recordedMs)

/** Part of its words that are wrong, missing or too many. */
async function errorRate(id: NoteId): Promise<number> {
  const { segments } = await app.sotto.client.notes.show({ id, reveal: true })
  return wordErrors(said, countedWords(segments.map(({ text }) => text).join(' '))) / said.length
}

it('records a meeting: words while it is spoken, then a note as good as of the file', async () => {
  app = await AppWindow.open(browser, assets, {}, { permissions: ['microphone'] }, 'really')
  const { page, sotto } = app
  const library = new Library(page)
  await new FirstMinutes(page).createStore(PASSPHRASE)
  await page.getByRole('button', { name: 'Record' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Record a meeting' }).waitFor()
  await page.getByRole('textbox', { name: 'Title' }).fill('Planning')
  await page.getByText('My microphone alone').click()
  await page.getByText('Everyone present has agreed to be recorded').click()
  const [tab] = await Promise.all([page.context().waitForEvent('page'), page.getByRole('button', { name: 'Start recording' }).click()])
  await tab.getByRole('heading', { name: 'Sotto is recording' }).waitFor()
  await page.getByRole('heading', { level: 1, name: 'Recording' }).waitFor()

  // Live words, before anything is over.
  await expect.poll(async () => (await page.getByRole('main').innerText()).split(/\s+/).length, { timeout: 60_000 }).toBeGreaterThan(40)
  await page.getByRole('button', { name: 'Mark', exact: true }).click()
  await expect.poll(() => recordedMs(), { timeout: SECONDS * 2_000 }).toBeGreaterThan((SECONDS + 4) * 1_000)
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await page.waitForURL(/#\/note\//)
  await page.getByRole('link', { name: 'Library' }).first().click()
  await library.summarised('Planning')
  const [note] = await sotto.client.notes.list({})
  if (note === undefined) throw new Error('no note')
  const shown = await sotto.client.notes.show({ id: note.id })
  expect(shown.recorded).toMatchObject({ agreement: 'everyone-agreed', ending: 'stopped' })
  expect((shown.recorded?.gaps ?? []).reduce((sum, { ms }) => sum + ms, 0)).toBeLessThan(MOST_LOST_MS)
  expect(shown.recorded?.marks).toHaveLength(1)

  await library.importFiles([join(folder, 'planning.wav')])
  await expect.poll(async () => (await sotto.client.notes.list({})).filter(({ state }) => state === 'ready').length, { timeout: 60_000 }).toBe(2)
  const imported = (await sotto.client.notes.list({})).find(({ id }) => id !== note.id)
  if (imported === undefined) throw new Error('nothing was imported')
  const [live, file] = [await errorRate(note.id), await errorRate(imported.id)]
  console.info(`words wrong: recorded ${(live * 100).toFixed(1)} %, the same imported ${(file * 100).toFixed(1)} %`)
  expect(live).toBeLessThan(file + 0.05)
}, 240_000)
