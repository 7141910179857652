import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { NoteId } from '../../../src-shared/domain/ids.ts'
import { IDLE, session } from '../../fakes/recorder/recorder.ts'
import { buildPage } from '../app/build-page.ts'
import type { AppWindow } from '../app/window.ts'
import { expectAccessible } from '../kit/axe.ts'
import { launchChromium } from '../kit/browser.ts'
import { bringIn, go, openApp } from './open-app.ts'

let browser: Browser
let app: AppWindow
let id: NoteId

beforeAll(async () => {
  browser = await launchChromium()
  app = await openApp(browser, await buildPage())
  id = await bringIn(app)
  app.live.noteId = id
})
afterAll(async () => {
  await app.close()
  await browser.close()
})
afterEach(() => expect(app.complaints.splice(0)).toEqual([]))

const main = () => app.page.getByRole('main')
const stored = async (): Promise<[number | null, string][]> =>
  (await app.sotto.client.ownNotes.read({ id, reveal: true })).lines.map(({ atMs, text }) => [atMs, text])

it('keeps what is written while a meeting is recorded, each line with its time', async () => {
  const { page, recorder } = app
  recorder.becomes(session({ recordedMs: 9_000 }))
  await page.getByRole('button', { name: 'Show the recording' }).click()
  const pane = main().getByRole('textbox', { name: 'Your notes' })
  await pane.click()
  await page.keyboard.type('launch date')
  recorder.becomes(session({ recordedMs: 65_000 }))
  await main().getByText('Saved on this computer').waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.type('holiday calendar of the marketing team')
  await expect.poll(stored).toEqual([
    [9_000, 'launch date'],
    [65_000, 'holiday calendar of the marketing team'],
  ])
  await main().getByText('1:05').first().waitFor()
  await expectAccessible(page)
  recorder.becomes(IDLE)
})

it('shows them as the reader’s own in the note, with what was found and what was not', async () => {
  const { page } = app
  await go(app, { screen: 'library' })
  await go(app, { screen: 'note', id })
  const own = main().getByRole('region', { name: 'Your notes' })
  await own.getByText('Your notes changed since this summary was made.').waitFor()
  await own.getByRole('button', { name: 'Make it again' }).click()
  await own.getByRole('list', { name: /for “launch date”/ }).getByRole('listitem').first().waitFor()
  await own.getByText('Not found in the recording').waitFor()
  await expectAccessible(page)

  await own.getByRole('button', { name: /^Your line of 0:09/ }).click()
  await page.getByRole('list', { name: 'Transcript' }).waitFor()
  await go(app, { screen: 'library' })
  await go(app, { screen: 'note', id })
  await own.getByRole('button', { name: 'Edit your notes' }).click()
  const words = own.getByRole('textbox', { name: 'Your notes' })
  await words.press('End')
  await words.press('ControlOrMeta+End')
  await page.keyboard.type(' and sales')
  await own.getByRole('button', { name: 'Done' }).click()
  await words.waitFor({ state: 'detached' })
  await own.getByText('holiday calendar of the marketing team and sales').waitFor()
  expect((await stored())[1]).toEqual([65_000, 'holiday calendar of the marketing team and sales'])
})

it('answers a question with places that open, or says that the notes do not', async () => {
  const { page } = app
  await go(app, { screen: 'library' })
  const asking = main().getByRole('region', { name: 'Ask your notes' })
  await asking.getByRole('textbox').fill('When do we launch?')
  await page.keyboard.press('Enter')
  await asking.getByRole('heading', { name: 'Answer' }).waitFor()
  await expectAccessible(page)
  await asking.getByRole('button', { name: /^Open / }).first().click()
  await expect.poll(() => page.evaluate(() => location.hash)).toMatch(new RegExp(`^#/note/${id}/\\d+$`))

  const one = main().getByRole('region', { name: 'Ask this note' })
  await one.getByRole('textbox').fill('Which bridge is closed for repairs?')
  await page.keyboard.press('Enter')
  await one.getByRole('heading', { name: 'Not in your notes' }).waitFor()
  await expectAccessible(page)
  await one.getByRole('textbox').press('Escape')
  await one.getByRole('heading', { name: 'Not in your notes' }).waitFor({ state: 'detached' })
})

it('leaves no word behind when it is locked in the middle of one', async () => {
  const { page } = app
  await go(app, { screen: 'library' })
  await go(app, { screen: 'note', id })
  const own = main().getByRole('region', { name: 'Your notes' })
  await own.getByRole('button', { name: 'Edit your notes' }).click()
  await own.getByRole('textbox', { name: 'Your notes' }).press('ControlOrMeta+End')
  await page.keyboard.type('\nlast word')
  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  await page.getByRole('heading', { name: /Locked/ }).waitFor()
  await app.sotto.client.system.unlock({ passphrase: 'four unrelated words' })
  expect((await stored()).at(-1)).toEqual([null, 'last word'])
})
