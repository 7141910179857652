import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { launchChromium } from '../kit/browser.ts'
import { buildPage } from './build-page.ts'
import { FirstMinutes, Library, Lock } from './pages.ts'
import { AppWindow } from './window.ts'

const PASSPHRASE = 'four unrelated words'
const file = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))
const TRANSCRIPT = file('resources/demo/weekly-product-sync.vtt')
const RECORDING = file('test/fixtures/speech/meeting-planning.wav')
/** Words that only the two meetings hold. */
const SAID = ['bakeries', 'customer survey', 'Ribeiro']

let browser: Browser
let assets: string
let app: AppWindow

beforeAll(async () => {
  assets = await buildPage()
  browser = await launchChromium()
})
afterAll(() => browser.close())
beforeEach(async () => {
  app = await AppWindow.open(browser, assets)
})
afterEach(async () => {
  const { complaints } = app
  await app.close()
  expect(complaints).toEqual([])
})

const nothingIsLeft = async (...titles: string[]): Promise<void> => {
  const everything = await app.everythingInPage()
  expect([...SAID, ...titles].filter((word) => everything.includes(word))).toEqual([])
  expect(await app.page.title()).toBe('Sotto, locked')
}

it('goes from nothing to a note, deletes, locks and comes back, by mouse', async () => {
  const { page } = app
  const first = new FirstMinutes(page)
  const library = new Library(page)
  const lock = new Lock(page)
  expect(await first.createStore(PASSPHRASE)).toHaveLength(24)

  await library.importFiles([TRANSCRIPT, RECORDING])
  await library.row(/Transcribing|Waiting its turn|Hiding names|Summarising/).first().waitFor()
  const [meeting, heard] = [await app.titleOf('transcript'), await app.titleOf('recording')]
  await library.summarised(meeting)
  await library.summarised(heard)

  await library.row(meeting).click()
  await page.getByRole('heading', { level: 1, name: meeting }).waitFor()
  expect(await page.title()).not.toContain(meeting)
  await page.goBack()
  await library.heading.waitFor()

  await library.search.fill('bakeries')
  const found = page.getByRole('grid', { name: 'Found' }).getByRole('row')
  await found.first().click()
  await page.waitForURL(/#\/note\/[0-9A-Z]{26}\/\d+$/)
  await page.getByRole('link', { name: 'Library' }).first().click()
  await library.heading.waitFor()

  await library.row(heard).getByRole('button', { name: `Delete ${heard}` }).click()
  await library.row(heard).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await library.row(heard).waitFor()
  await library.row(heard).getByRole('button', { name: `Delete ${heard}` }).click()
  await library.row(heard).waitFor({ state: 'detached' })
  expect((await app.sotto.client.notes.list({})).map(({ title }) => title)).toEqual([meeting])

  await page.getByRole('button', { name: 'Lock' }).click()
  await lock.heading.waitFor()
  await nothingIsLeft(meeting, heard)
  await lock.passphrase.fill('not the one')
  await lock.unlock.click()
  await page.getByText('That is not the passphrase. Nothing was damaged.').first().waitFor()
  await lock.passphrase.fill(PASSPHRASE)
  await lock.unlock.click()
  await library.row(meeting).waitFor()
  await expect.poll(() => library.rows.count()).toBe(1)
})

it('does all of that by keyboard alone', async () => {
  const { page } = app
  const { keyboard } = page
  const library = new Library(page)
  const lock = new Lock(page)
  const focused = () => page.locator(':focus')
  /** Walks with Tab until the focus is on something called so. */
  const tabTo = async (name: string | RegExp, role: 'button' | 'textbox' | 'checkbox' | 'link' = 'button'): Promise<void> => {
    const wanted = page.getByRole(role, { name, exact: true }).and(focused())
    for (let step = 0; step < 60; step++) {
      await keyboard.press('Tab')
      if ((await wanted.count()) > 0) return
    }
    throw new Error(`Tab never reaches ${String(name)}`)
  }

  await tabTo('Passphrase', 'textbox')
  await keyboard.type(PASSPHRASE)
  await tabTo('Passphrase, once more', 'textbox')
  await keyboard.type(PASSPHRASE)
  await keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /24 recovery words/ }).and(focused()).waitFor()
  await tabTo(/I have written them down/, 'checkbox')
  await keyboard.press('Space')
  await tabTo('Open my notebook')
  await keyboard.press('Enter')
  await library.heading.and(focused()).waitFor()

  const chooser = page.waitForEvent('filechooser')
  await tabTo('Import files')
  await keyboard.press('Enter')
  await (await chooser).setFiles([TRANSCRIPT, RECORDING])
  const [meeting, heard] = [await app.titleOf('transcript'), await app.titleOf('recording')]
  await library.summarised(meeting)
  await library.summarised(heard)

  /** As a person does: presses once the page is there, and goes on once the cursor is. */
  const toSearch = async (): Promise<void> => {
    await library.search.waitFor()
    await keyboard.press('Control+f')
    await library.search.and(focused()).waitFor()
  }

  // Into the list by Tab, along it by arrows, into a row by Enter.
  await toSearch()
  for (let step = 0; step < 10 && (await library.rows.and(focused()).count()) === 0; step++) await keyboard.press('Tab')
  await keyboard.press('Home')
  for (let step = 0; step < 5 && (await library.row(meeting).and(focused()).count()) === 0; step++) await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: meeting }).and(focused()).waitFor()
  await keyboard.press('Control+1')
  await library.heading.and(focused()).waitFor()

  await toSearch()
  await keyboard.type('bakeries')
  const found = page.getByRole('grid', { name: 'Found' }).getByRole('row')
  await found.first().waitFor()
  for (let step = 0; step < 10 && (await found.and(focused()).count()) === 0; step++) await keyboard.press('Tab')
  await keyboard.press('Enter')
  await page.waitForURL(/#\/note\/[0-9A-Z]{26}\/\d+$/)
  await keyboard.press('Control+k')
  await page.getByRole('dialog', { name: 'Command palette' }).waitFor()
  await keyboard.type('library')
  await keyboard.press('Enter')
  await library.heading.and(focused()).waitFor()

  // Space chooses a row; the chosen are deleted together; F6 reaches Undo.
  await toSearch()
  await library.rows.first().waitFor()
  for (let step = 0; step < 10 && (await library.rows.and(focused()).count()) === 0; step++) await keyboard.press('Tab')
  await keyboard.press('Space')
  await keyboard.press('ArrowDown')
  await keyboard.press('Space')
  await tabBackTo(/^Delete 2 meetings/)
  await keyboard.press('Enter')
  await page.getByRole('heading', { name: 'No meetings yet' }).waitFor()
  for (let step = 0; step < 4 && (await page.getByRole('region', { name: 'Notifications' }).locator(':focus').count()) === 0; step++) await keyboard.press('F6')
  await tabTo('Undo')
  await keyboard.press('Enter')
  await expect.poll(() => library.rows.count()).toBe(2)

  await keyboard.press('Control+Shift+L')
  await lock.heading.waitFor()
  await nothingIsLeft(meeting, heard)
  await lock.passphrase.and(focused()).waitFor()
  await keyboard.type('not the one')
  await keyboard.press('Enter')
  await page.getByText('That is not the passphrase. Nothing was damaged.').first().waitFor()
  await lock.passphrase.and(focused()).waitFor()
  await keyboard.type(PASSPHRASE)
  await keyboard.press('Enter')
  await library.heading.and(focused()).waitFor()
  await expect.poll(() => library.rows.count()).toBe(2)

  async function tabBackTo(name: RegExp): Promise<void> {
    const wanted = page.getByRole('button', { name }).and(focused())
    for (let step = 0; step < 20 && (await wanted.count()) === 0; step++) await keyboard.press('Shift+Tab')
  }
})
