import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import type { NoteId } from '../../../src-shared/domain/ids.ts'
import { buildPage } from '../app/build-page.ts'
import type { AppWindow } from '../app/window.ts'
import { launchChromium } from '../kit/browser.ts'
import { bringIn, DEMO, downloaded, focused, go, openApp } from './open-app.ts'

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
// One note for all: each test leaves it readable, and the last ones change it.
beforeEach(async () => {
  await app.page.setViewportSize({ width: 1180, height: 800 })
  await go(app, { screen: 'library' })
  await go(app, { screen: 'note', id })
  await app.page.getByText('Made here by').waitFor()
})
afterEach(() => expect(app.complaints.splice(0)).toEqual([]))

const firstLine = (page: Page): Locator => page.getByRole('list', { name: 'Transcript' }).getByRole('listitem').first()

it('leads from a line of the summary to the words it rests on, and puts the focus there', async () => {
  const { page } = app
  await page.setViewportSize({ width: 1440, height: 900 })
  const decision = page.getByRole('listitem').filter({ hasText: 'the sixteenth of November' }).first()
  const chip = decision.getByRole('button', { name: /^Show in the transcript/ }).first()
  const place = await chip.innerText()
  await chip.focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => focused(app)).toContain(place)
  expect(await focused(app)).toMatch(/sixteenth/i)
  expect(await page.locator('[data-marked]').count()).toBeGreaterThan(0)
})

it('opens at the line an address names, in a narrow window too', async () => {
  await app.page.setViewportSize({ width: 800, height: 700 })
  await go(app, { screen: 'note', id, segment: 40 })
  const { segments } = await app.sotto.client.notes.show({ id, reveal: true })
  await expect.poll(() => focused(app)).toContain(segments[40]?.text)
})

it('finds words in the whole transcript, forwards and backwards', async () => {
  const { page } = app
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.keyboard.press('Control+f')
  await page.getByRole('searchbox', { name: 'Find in the transcript' }).fill('invoice')
  const count = page.getByRole('complementary', { name: 'Transcript' }).locator('output')
  await expect.poll(() => count.innerText()).toMatch(/^1 of \d+$/)
  const all = Number((await count.innerText()).split(' of ')[1])
  await page.keyboard.press('Enter')
  await expect.poll(() => count.innerText()).toBe(`2 of ${all}`)
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.press('Shift+Enter')
  await expect.poll(() => count.innerText()).toBe(`${all} of ${all}`)
  await expect.poll(() => page.locator('[data-marked] mark').first().innerText()).toMatch(/invoice/i)
  await page.keyboard.press('Escape')
  await expect.poll(() => focused(app)).toMatch(/invoice/i)
  await page.getByRole('button', { name: 'Show as plain text' }).click()
  expect(await page.getByRole('region', { name: 'Transcript' }).innerText()).toContain("let's get started")
})

it('brings the transcript into view to find words in it, in a narrow window', async () => {
  const { page } = app
  await page.setViewportSize({ width: 800, height: 700 })
  await page.getByRole('tab', { name: 'Summary', selected: true }).waitFor()
  await page.keyboard.press('Control+f')
  const field = page.getByRole('searchbox', { name: 'Find in the transcript' })
  await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: 'Summary' }).click()
  await page.getByRole('tab', { name: 'Transcript' }).click()
  await page.getByRole('heading', { level: 2, name: 'Transcript' }).waitFor()
})

it('shows what is hidden as such while names are hidden, and takes no words then', async () => {
  const { page } = app
  await page.getByText('Show names').click()
  await expect.poll(() => page.getByRole('main').innerText()).toContain('Person 1')
  const shown = await page.getByRole('main').innerText()
  expect(shown).not.toContain('Ribeiro')
  expect(shown).toContain('hidden: person')
  await page.getByRole('tab', { name: 'Transcript' }).click()
  await firstLine(page).focus()
  await page.keyboard.press('Enter')
  expect(await page.getByRole('textbox', { name: 'Words of this line' }).count()).toBe(0)
  await expect.poll(() => page.getByRole('status').allInnerTexts()).toContain('Show names to change words.')
  await page.getByText('Show names', { exact: true }).click()
})

it('puts a line right by keyboard, and what is new in it is hidden before it is stored', async () => {
  const { page } = app
  await page.getByRole('tab', { name: 'Transcript' }).click()
  await firstLine(page).focus()
  await page.keyboard.press('Enter')
  const field = page.getByRole('textbox', { name: 'Words of this line' })
  await field.fill('Call me on 020 7946 0958, said Tomás.')
  await page.keyboard.press('Control+Enter')
  await field.waitFor({ state: 'detached' })
  await expect.poll(() => focused(app)).toContain('Call me on')
  const stored = await app.sotto.client.notes.show({ id })
  expect(stored.segments[0]?.text).toMatch(/^Call me on \[PHONE_\d+\], said \[PERSON_\d+\]\.$/)
})

it('changes its title where it stands', async () => {
  const { page } = app
  await page.getByRole('button', { name: 'Edit title' }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill('Weekly sync')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Weekly sync' }).waitFor()
  await expect.poll(() => focused(app)).toBe('Edit title')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Title' }).fill('Something else')
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { level: 1, name: 'Weekly sync' }).waitFor()
})

it('says that another engine stood in', async () => {
  const { page } = app
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: /^Make the summary again/ }).click()
  await page.getByText('Ollama', { exact: true }).click()
  await page.getByRole('button', { name: 'Make the summary', exact: true }).click()
  await page.getByText('Ollama could not do it. This is the built-in summary.').waitFor({ timeout: 60_000 })
  expect(await page.getByText('Made here by the built-in engine').count()).toBe(1)
})

it('is made again for a kind of meeting, whose sections say what was said or that nothing was', async () => {
  const { page } = app
  const redo = async (kind: string): Promise<void> => {
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: /^Make the summary again/ }).click()
    await page.getByText('The built-in engine', { exact: true }).click()
    await page.getByRole('button', { name: /Kind of meeting/ }).click()
    await page.getByRole('option', { name: kind }).click()
  }
  const start = page.getByRole('button', { name: 'Make the summary', exact: true })
  await redo('Stand-up')
  await start.click()
  for (const name of ['Done', 'Next', 'Blockers']) await page.getByRole('heading', { level: 2, name }).waitFor({ timeout: 60_000 })
  await redo('Sections of your own')
  await page.getByRole('textbox', { name: 'Sections' }).fill('Xylophones')
  await start.click()
  await page.getByRole('heading', { level: 2, name: 'Xylophones' }).waitFor({ timeout: 60_000 })
  await page.getByText('Nothing was said about this.').waitFor()
  await redo('Any meeting')
  await start.click()
  await page.getByRole('heading', { level: 2, name: 'Xylophones' }).waitFor({ state: 'detached', timeout: 60_000 })
})

it('is taken out with tokens unless names are asked for', async () => {
  const { page } = app
  const save = async (): Promise<void> => {
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: /^Export/ }).click()
  }
  await save()
  const hidden = await downloaded(app, () => page.getByRole('button', { name: 'Save file' }).click())
  expect(hidden.name).toBe('sotto-2026-11-20.md')
  expect(hidden.text).toContain('PERSON')
  expect(hidden.text).not.toContain('Ribeiro')
  await save()
  await page.getByText('As they were said').click()
  const whole = await downloaded(app, () => page.getByRole('button', { name: 'Save file' }).click())
  expect(whole.text).toContain('Ribeiro')
})

it('goes at once when deleted and comes back by undo', async () => {
  const { page } = app
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Delete note' }).click()
  await page.getByRole('heading', { level: 1, name: 'Library' }).waitFor()
  expect(await app.sotto.client.notes.list({})).toEqual([])
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Made here by').waitFor()
  expect(await app.sotto.client.notes.list({})).toHaveLength(1)
})

it('is erased as soon as its undo was waved away', async () => {
  const { page } = app
  const gone = await bringIn(app)
  await go(app, { screen: 'note', id: gone })
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Delete note' }).click()
  await page.getByRole('listitem').filter({ hasText: 'Note deleted.' }).getByRole('button', { name: 'Close' }).last().click()
  const erased = async (): Promise<boolean> => {
    const entries = await app.sotto.client.audit.list({ limit: 10_000 })
    return entries.some(({ kind, data }) => kind === 'note.deleted' && data['note'] === gone)
  }
  await expect.poll(erased).toBe(true)
})

it('says what failed, keeps what was finished, and tries again', async () => {
  const { page } = app
  const { noteId } = await app.sotto.client.notes.import({ file: new File([DEMO], 'again.vtt'), participants: [] })
  const summarise = (await app.sotto.client.jobs.list({ noteId })).find(({ kind }) => kind === 'summarize')
  if (summarise === undefined) throw new Error('an import has its jobs')
  await app.sotto.client.jobs.cancel({ jobId: summarise.id })
  await go(app, { screen: 'note', id: noteId })
  await page.getByText('Summarising was cancelled').waitFor()
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText('Made here by the built-in engine').waitFor({ timeout: 60_000 })
})
