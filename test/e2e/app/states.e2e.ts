import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { SottoOptions } from '../../../src-main/core/sotto.ts'
import { launchChromium } from '../kit/browser.ts'
import { buildPage } from './build-page.ts'
import { FirstMinutes, Library, Lock } from './pages.ts'
import { AppWindow } from './window.ts'

const PASSPHRASE = 'four unrelated words'
const file = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))
const TRANSCRIPT = file('resources/demo/weekly-product-sync.vtt')
const RECORDING = file('test/fixtures/speech/meeting-planning.wav')

let browser: Browser
let assets: string
let app: AppWindow

beforeAll(async () => {
  assets = await buildPage()
  browser = await launchChromium()
})
afterAll(() => browser.close())
afterEach(async () => {
  const { complaints } = app
  await app.close()
  expect(complaints).toEqual([])
})

/** A window with a store made behind its back, unlocked and empty. */
async function openLibrary(core: Partial<SottoOptions> = {}): Promise<{ page: Page; library: Library; recoveryWords: string[] }> {
  app = await AppWindow.open(browser, assets, core)
  const { recoveryWords } = await app.sotto.client.system.init({ passphrase: PASSPHRASE })
  await app.sotto.client.system.acknowledgeRecovery({})
  await app.enter()
  const library = new Library(app.page)
  await library.heading.waitFor()
  return { page: app.page, library, recoveryWords }
}

/** Lets files fall onto the window, as the desktop does. */
async function drop(page: Page, paths: readonly string[]): Promise<void> {
  const files = paths.map((path) => ({ name: path.slice(path.lastIndexOf('/') + 1), base64: readFileSync(path).toString('base64') }))
  const transfer = await page.evaluateHandle((dropped) => {
    const data = new DataTransfer()
    for (const { name, base64 } of dropped) data.items.add(new File([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], name))
    return data
  }, files)
  await page.dispatchEvent('main', 'dragenter', { dataTransfer: transfer })
  await page.getByText('Drop to import').waitFor()
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer })
}

it('takes several dropped files, and says for each that fails what happened and what to do', async () => {
  const { page, library } = await openLibrary()
  await drop(page, [TRANSCRIPT, file('resources/icons/tray.png')])
  await page.getByText('tray.png was not imported.').first().waitFor()
  await page.getByText('Nothing was stored. Use WebVTT', { exact: false }).waitFor()
  await library.summarised(await app.titleOf('transcript'))
  await page.getByRole('region', { name: 'Coming in' }).getByRole('button', { name: 'Close' }).click()
  expect(await page.getByRole('region', { name: 'Coming in' }).count()).toBe(0)
})

it('offers the models where none is there to hear a recording', async () => {
  const { page, library } = await openLibrary({ speechModel: undefined })
  await library.importFiles([RECORDING])
  await page.getByText('meeting-planning.wav was not imported.').first().waitFor()
  await page.getByRole('link', { name: 'Choose a speech model' }).click()
  await page.getByRole('heading', { level: 1, name: 'Models' }).waitFor()
  expect(await library.rows.count()).toBe(0)
})

it('cancels the work on a recording, keeps it, and takes it up again', async () => {
  const { library } = await openLibrary()
  await library.importFiles([RECORDING])
  await library.rows.getByRole('button', { name: /^Cancel the work/ }).click()
  await library.rows.getByText('Cancelled. What was finished before is kept.').waitFor()
  await library.rows.getByRole('button', { name: 'Try again' }).click()
  await library.summarised(await app.titleOf('recording'))
})

it('searches people only while names are shown', async () => {
  const { page, library } = await openLibrary()
  await library.importFiles([TRANSCRIPT])
  await library.summarised(await app.titleOf('transcript'))
  const found = page.getByRole('grid', { name: 'Found' })
  await library.search.fill('Ribeiro')
  await found.getByText('Ribeiro').first().waitFor()
  await page.getByText('Show names', { exact: true }).click()
  await page.getByText('Names are hidden, so people are not searched.').waitFor()
  await expect.poll(() => page.locator('main').innerText()).not.toContain('Tomás')
  expect(await page.locator('main').innerText()).not.toMatch(/Ribeiro(?!”)/)
})

it('opens with the recovery words and a new passphrase', async () => {
  const { page, library, recoveryWords } = await openLibrary()
  const lock = new Lock(page)
  await page.getByRole('button', { name: 'Lock' }).click()
  await page.getByRole('button', { name: 'Forgot it?' }).click()
  const words = page.getByRole('textbox', { name: 'Recovery words' })
  await words.fill(recoveryWords.toReversed().join(' '))
  await page.getByRole('textbox', { name: 'A new passphrase' }).fill('another set of words')
  await page.getByRole('textbox', { name: 'Passphrase, once more' }).fill('another set of words')
  await page.getByRole('button', { name: 'Open and set the passphrase' }).click()
  await page.getByText(/One of the 24 words is wrong|not the one of this store/).first().waitFor()
  await words.fill(recoveryWords.join('\n'))
  await page.getByRole('button', { name: 'Open and set the passphrase' }).click()
  await library.heading.waitFor()
  await page.getByRole('button', { name: 'Lock' }).click()
  await lock.passphrase.fill('another set of words')
  await lock.unlock.click()
  await library.heading.waitFor()
})

it('makes new recovery words where the first were never confirmed', async () => {
  app = await AppWindow.open(browser, assets)
  await app.sotto.client.system.init({ passphrase: PASSPHRASE })
  await app.enter()
  const { page } = app
  await page.getByRole('button', { name: 'Show new words' }).click()
  await expect.poll(() => new FirstMinutes(page).words.count()).toBe(24)
  await page.getByText('I have written them down').click()
  await page.getByRole('button', { name: 'Open my notebook' }).click()
  await new Library(page).heading.waitFor()
  expect(await page.getByRole('button', { name: 'Show new words' }).count()).toBe(0)
})

it('says how long to wait after many wrong tries, and opens when it is over', async () => {
  const { page, library } = await openLibrary()
  const lock = new Lock(page)
  await page.getByRole('button', { name: 'Lock' }).click()
  for (let time = 0; time < 8 && !(await page.getByText(/next try is possible/).first().isVisible()); time++) {
    await lock.passphrase.fill(`wrong ${time}`)
    await lock.unlock.click()
    await page.getByText('That is not the passphrase').first().waitFor()
  }
  await page.getByText(/The next try is possible in \d+ seconds?\./).first().waitFor()
  await page.getByText('You can try again now.').waitFor({ state: 'attached' })
  await lock.passphrase.fill(PASSPHRASE)
  await lock.unlock.click()
  await library.heading.waitFor()
})

it('empties itself when the store is locked from elsewhere', async () => {
  const { page, library } = await openLibrary()
  await library.importFiles([TRANSCRIPT])
  const title = await app.titleOf('transcript')
  await library.summarised(title)
  await app.sotto.client.system.lock({})
  await new Lock(page).heading.waitFor()
  expect(await app.everythingInPage()).not.toContain(title)
})

it('explains itself without a way in, and when Sotto has ended', async () => {
  const { page, library } = await openLibrary()
  await library.importFiles([TRANSCRIPT])
  const title = await app.titleOf('transcript')
  await library.summarised(title)
  await app.endHost()
  await page.getByRole('heading', { name: 'Sotto has ended' }).waitFor()
  expect(await app.everythingInPage()).not.toContain(title)
  await app.close()

  app = await AppWindow.open(browser, assets)
  await app.enterWithoutToken()
  await app.page.getByRole('heading', { name: 'This page cannot reach Sotto' }).waitFor()
})
