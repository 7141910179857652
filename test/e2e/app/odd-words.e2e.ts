import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../kit/browser.ts'
import { buildPage } from './build-page.ts'
import { FirstMinutes, Library } from './pages.ts'
import { AppWindow } from './window.ts'

let browser: Browser
let assets: string

beforeAll(async () => {
  assets = await buildPage()
  browser = await launchChromium()
})
afterAll(() => browser.close())

const MARKUP = '<img src=x onerror=document.title="taken">'
const LONG = 'Donaudampfschifffahrtsgesellschaft'.repeat(8)
const HEBREW = 'שלום לכולם, נתחיל את הישיבה.'

it('shows words of any length, script and intent as words', async () => {
  const app = await AppWindow.open(browser, assets)
  const { page } = app
  await new FirstMinutes(page).createStore('four unrelated words')
  const { noteId } = await app.sotto.client.notes.import({
    file: new File([`Bob: Write ${MARKUP} and ${LONG}.\n\nBob: ${HEBREW}`], 'odd.txt'),
    title: `${MARKUP} ${LONG}`,
    participants: [],
  })
  await Array.fromAsync(await app.sotto.client.jobs.watch({ noteId }))
  const tooWide = (): Promise<number> => page.evaluate('document.documentElement.scrollWidth - innerWidth')

  for (const width of [320, 900, 1440]) {
    await page.setViewportSize({ width, height: 800 })
    await new Library(page).row('onerror').click()
    await page.getByRole('heading', { level: 1, name: LONG }).waitFor()
    expect(await tooWide(), `a note at ${width}`).toBe(0)
    const transcript = page.getByRole('tab', { name: 'Transcript' })
    if (await transcript.isVisible()) await transcript.click()
    const said = page.getByRole('listitem').getByText(HEBREW)
    expect(await said.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl')
    expect(await tooWide(), `its transcript at ${width}`).toBe(0)
    await page.goBack()
    await new Library(page).heading.waitFor()
    expect(await tooWide(), `the library at ${width}`).toBe(0)
  }
  expect(await page.locator('img').count()).toBe(0)
  expect(app.complaints).toEqual([])
  await app.close()
})
