import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import type { NoteId } from '../../../src-shared/domain/ids.ts'
import { buildPage } from '../app/build-page.ts'
import type { AppWindow } from '../app/window.ts'
import { launchChromium } from '../kit/browser.ts'
import { bringIn, focused, go, openApp } from './open-app.ts'

let browser: Browser
let app: AppWindow
let id: NoteId

beforeAll(async () => {
  browser = await launchChromium()
  app = await openApp(browser, await buildPage())
  id = await bringIn(app)
})
afterAll(async () => {
  await app.close()
  await browser.close()
})
beforeEach(async () => {
  await go(app, { screen: 'library' })
  await go(app, { screen: 'note', id })
  await app.page.getByText('Made here by').waitFor()
})
afterEach(() => expect(app.complaints.splice(0)).toEqual([]))

const decision = (): Locator => app.page.getByRole('listitem').filter({ hasText: 'the sixteenth of November' }).first()
const stored = async () => (await app.sotto.client.notes.show({ id })).summary

it('keeps a line, takes that back, rejects it and brings it back, by the keyboard', async () => {
  const { page } = app
  const before = await stored()
  const word = decision().getByRole('button', { name: 'Your word on this line' })
  await word.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: /^Keep it/ }).waitFor()
  await page.keyboard.press('Enter')
  await decision().getByText('Kept by you').waitFor()
  await expect.poll(() => focused(app)).toBe('Your word on this line')
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Take your word back' }).click()
  await decision().getByText('Kept by you').waitFor({ state: 'detached' })
  await word.click()
  await page.getByRole('menuitem', { name: /^Reject it/ }).click()
  await page.getByText('1 line you rejected').click()
  expect((await stored())?.decisions.length).toBe((before?.decisions.length ?? 0) - 1)
  await page.getByRole('button', { name: 'Bring back' }).click()
  await page.getByText('1 line you rejected').waitFor({ state: 'detached' })
  expect(await stored()).toEqual(before)
})

it('puts a line into the words of a person while names are shown, and one section anew leaves them and the rest as they are', async () => {
  const { page } = app
  const names = page.getByText('Show names', { exact: true })
  await names.click()
  await decision().getByRole('button', { name: 'Your word on this line' }).click()
  await page.getByText('Show names to change words').waitFor()
  await page.keyboard.press('Escape')
  await names.click()
  await decision().getByRole('button', { name: 'Your word on this line' }).click()
  await page.getByRole('menuitem', { name: 'Change its words' }).click()
  await page.getByRole('textbox', { name: 'Words of this line' }).fill('We launch on the sixteenth of November, says Zora Vermeulen.')
  await page.keyboard.press('Control+Enter')
  await decision().getByText('Your words').waitFor()
  const kept = (await stored())?.decisions.find(({ verdict }) => verdict === 'edited')
  expect(kept?.text).toMatch(/says \[PERSON_\d+\]/)

  await page.getByRole('button', { name: 'Make “Decisions” again' }).click()
  await expect.poll(async () => (await stored())?.engine.only, { timeout: 20_000 }).toBe('decisions')
  await decision().getByText('Your words').waitFor()
  await decision().getByText('Zora Vermeulen').waitFor()
})

it('shows what two summaries do not have in common', async () => {
  const { page } = app
  await app.sotto.client.notes.resummarize({ id, params: { engine: 'embedded', template: { name: 'stand-up' } } })
  await Array.fromAsync(await app.sotto.client.jobs.watch({ noteId: id }))
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: /^Compare summaries/ }).click()
  const changes = page.getByRole('dialog').getByRole('list', { name: 'Compare summaries' }).getByRole('listitem')
  await changes.first().waitFor()
  const texts = await changes.allInnerTexts()
  expect(texts.some((text) => /^New\s+(Done|Next|Blockers)/.test(text))).toBe(true)
  await page.keyboard.press('Escape')
})

it('learns only from enough words, and says so', async () => {
  const { page } = app
  await go(app, { screen: 'models' })
  await page.getByRole('button', { name: 'Learn now' }).click()
  await page.getByText(/^Too few to learn from: \d+ of at least 20/).waitFor()
})
