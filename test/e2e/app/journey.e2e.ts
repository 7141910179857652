import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
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

beforeAll(async () => {
  assets = await buildPage()
  browser = await launchChromium()
})
afterAll(() => browser.close())

it('goes from nothing to a library, and locks, by mouse', async () => {
  const app = await AppWindow.open(browser, assets)
  const { page } = app
  const first = new FirstMinutes(page)
  const words = await first.createStore(PASSPHRASE)
  expect(words).toHaveLength(24)
  const library = new Library(page)
  await page.getByRole('heading', { name: 'No meetings yet' }).waitFor()
  await library.importFiles([TRANSCRIPT, RECORDING])
  await expect.poll(() => library.rows.count(), { timeout: 60_000 }).toBe(2)
  await expect.poll(() => library.rows.filter({ hasText: 'Summarised' }).count(), { timeout: 90_000 }).toBe(2)
  await page.screenshot({ path: 'test-results/shots/journey.png' })
  await page.getByRole('button', { name: 'Lock' }).click()
  await new Lock(page).heading.waitFor()
  expect(app.complaints).toEqual([])
  await app.close()
})
