import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { NoteId } from '../../../src-shared/domain/ids.ts'
import { buildPage } from '../app/build-page.ts'
import type { AppWindow } from '../app/window.ts'
import { launchChromium } from '../kit/browser.ts'
import { bringIn, downloaded, focused, go, openApp, PASSPHRASE } from './open-app.ts'

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
afterEach(() => expect(app.complaints.splice(0)).toEqual([]))

it('lists action items with owner and day, or says that none was said, and leads to the moment', async () => {
  const { page } = app
  await go(app, { screen: 'actions' })
  await page
    .getByRole('link', { name: /^Show where it was said/ })
    .first()
    .waitFor()
  const rows = page.getByRole('main').getByRole('listitem')
  const actions = await app.sotto.client.actions.list({ reveal: true })
  const open = actions.filter(({ possible }) => possible !== true)
  expect(await rows.count()).toBe(open.length)
  expect(await rows.filter({ hasText: 'No day said' }).count()).toBe(
    open.filter(({ due, duePhrase }) => due === undefined && duePhrase === undefined).length,
  )
  await page.getByRole('radio', { name: /^Possible/ }).click()
  await expect.poll(() => rows.count()).toBe(actions.length - open.length)
  await page.getByRole('radio', { name: /^Open/ }).click()
  await rows.first().getByRole('link').click()
  await page.getByRole('heading', { level: 1, name: await app.titleOf('transcript') }).waitFor()
  const { segments } = await app.sotto.client.notes.show({ id, reveal: true })
  await expect.poll(() => focused(app)).toContain(segments[open[0]?.segments[0] ?? -1]?.text)
})

it('says that nothing left because the ledger says so, lists what was asked here, and checks and gives out the audit trail', async () => {
  const { page } = app
  await app.sotto.client.notes.resummarize({ id, params: { engine: 'ollama' } })
  await Array.fromAsync(await app.sotto.client.jobs.watch({ noteId: id }))
  await go(app, { screen: 'privacy' })
  await page.getByText('Nothing has left this computer').waitFor()
  const connections = page.getByRole('table', { name: 'Connections' })
  expect(await connections.getByRole('row').count()).toBeGreaterThan(1)
  expect(await connections.innerText()).toContain('this computer 127.0.0.1:9')
  await page.getByRole('button', { name: 'Check now' }).click()
  await page
    .getByRole('main')
    .getByText(/^Unbroken: \d+ entries$/)
    .waitFor()
  const { name, text } = await downloaded(app, () => page.getByRole('button', { name: 'Export' }).click())
  expect(name).toMatch(/^sotto-audit-.*\.jsonl$/)
  expect(text.trim().split('\n').at(-1)).toContain('"trailer"')
  expect(text).not.toContain('bakeries')
})

it('lists the speech models with what they are like, and the engines with their state', async () => {
  const { page } = app
  await go(app, { screen: 'models' })
  await page.getByRole('button', { name: 'Get small' }).waitFor()
  await page.getByText(/^\d+ more models$/).click()
  expect(await page.getByRole('button', { name: /^Get / }).count()).toBe((await app.sotto.client.models.list()).length)
  await page.getByText('The file that SOTTO_WHISPER_MODEL names.').waitFor()
  expect(await page.getByRole('main').innerText()).toContain('Not running. The built-in engine needs no model.')
})

it('looks as chosen at once, and still when the page is opened anew', async () => {
  const { page } = app
  const theme = (): Promise<string | undefined> => page.evaluate(() => document.documentElement.dataset['theme'])
  await go(app, { screen: 'settings' })
  await page.getByRole('radio', { name: 'Dark' }).click()
  await page.getByRole('radio', { name: 'Largest' }).click()
  expect(await theme()).toBe('dark')
  expect(await page.evaluate(() => Object.values({ ...localStorage }))).toEqual(['dark largest'])
  await app.enter()
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await theme()).toBe('dark')
  await go(app, { screen: 'settings' })
  await page.getByRole('radio', { name: 'As the system' }).click()
  await page.getByRole('radio', { name: 'Normal' }).click()
  expect(await theme()).toBeUndefined()
})

it('changes the passphrase only for whoever knows the present one', async () => {
  const { page } = app
  await go(app, { screen: 'settings' })
  await page.getByRole('button', { name: 'Change the passphrase' }).click()
  const dialog = page.getByRole('dialog')
  const save = dialog.getByRole('button', { name: 'Change the passphrase' })
  await dialog.getByRole('textbox', { name: 'Present passphrase' }).fill('not this one at all')
  await dialog.getByRole('textbox', { name: 'New passphrase' }).fill('five entirely other words')
  await dialog.getByRole('textbox', { name: 'Passphrase, once more' }).fill('five entirely other words')
  await save.click()
  await dialog.getByText('That is not the present passphrase').waitFor()
  await dialog.getByRole('textbox', { name: 'Present passphrase' }).fill(PASSPHRASE)
  await save.click()
  await dialog.waitFor({ state: 'detached' })
  await app.sotto.client.system.changePassphrase({ passphrase: 'five entirely other words', newPassphrase: PASSPHRASE })
})

it('makes new recovery words when asked twice, and reports on the health of the installation', async () => {
  const { page } = app
  await go(app, { screen: 'settings' })
  await page.getByRole('button', { name: 'Check now' }).click()
  await page.getByRole('table').getByText('SQLCipher').waitFor()
  await page.getByRole('button', { name: 'Make new recovery words' }).click()
  await page.getByRole('button', { name: 'Make new words' }).click()
  await expect.poll(() => page.getByRole('list', { name: 'Recovery words' }).getByRole('listitem').count()).toBe(24)
  await page.getByText('I have written them down').click()
  await page.getByRole('button', { name: 'Open my notebook' }).click()
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
})
