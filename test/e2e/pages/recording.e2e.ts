import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { NoteId } from '../../../src-shared/domain/ids.ts'
import { startFakeOllama, type FakeOllama } from '../../fakes/ollama/server.ts'
import { buildPage } from '../app/build-page.ts'
import type { AppWindow } from '../app/window.ts'
import { launchChromium } from '../kit/browser.ts'
import { bringIn, go, openApp } from './open-app.ts'

let browser: Browser
let app: AppWindow
let ollama: FakeOllama
let heard: NoteId

beforeAll(async () => {
  browser = await launchChromium()
  ollama = await startFakeOllama({ behaviour: { answer: ({ lines }) => notesOf(lines[8]) } })
  app = await openApp(browser, await buildPage(), { core: { ollamaHost: ollama.url } })
  const { client } = app.sotto
  const path = fileURLToPath(new URL('../../fixtures/speech/meeting-launch.wav', import.meta.url))
  for await (const event of await client.notes.importFile({ path })) if (event.kind === 'imported') heard = event.noteId
  await Array.fromAsync(await client.jobs.watch({ noteId: heard }))
})
afterAll(async () => {
  await app.close()
  await ollama.close()
  await browser.close()
})
afterEach(() => expect(app.complaints.splice(0)).toEqual([]))

const notesOf = (line?: { number: number; text: string }): object => ({
  title: 'Pilot and import',
  overview: line === undefined ? [] : [{ text: line.text, lines: [line.number] }],
  topics: [],
  decisions: [],
  actions: [],
  questions: [],
})

const choose = async (item: RegExp): Promise<void> => {
  await app.page.getByRole('button', { name: 'More actions' }).click()
  await app.page.getByRole('menuitem', { name: item }).click()
}
const sound = async (): Promise<unknown> => (await app.sotto.client.notes.show({ id: heard })).sound

it('keeps its sound, or lets it go in a week', async () => {
  const { page } = app
  await go(app, { screen: 'note', id: heard })
  await page.getByText(/^Sound kept until/).waitFor()
  await choose(/^Keep the sound/)
  await page.getByText('Sound is kept', { exact: true }).waitFor()
  expect(await sound()).toMatchObject({ expiresAt: null })
  await choose(/^Let the sound go/)
  await page.getByText(/^Sound kept until/).waitFor()
})

it('is heard again, and what was there stays readable until then', async () => {
  const { page } = app
  const before = (await app.sotto.client.notes.show({ id: heard })).transcriptId
  await choose(/^Listen again/)
  await page.getByRole('dialog').getByRole('button', { name: 'Listen again' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByText('Made here by the built-in engine').waitFor()
  const transcriptOf = async (): Promise<unknown> => (await app.sotto.client.notes.show({ id: heard })).transcriptId
  await expect.poll(transcriptOf, { timeout: 60_000 }).not.toBe(before)
  await Array.fromAsync(await app.sotto.client.jobs.watch({ noteId: heard }))
})

it('loses its sound when asked twice, and nothing else', async () => {
  const { page } = app
  const { segments } = await app.sotto.client.notes.show({ id: heard })
  await choose(/^Delete the sound/)
  await page.keyboard.press('Escape')
  expect(await sound()).not.toBeNull()
  await choose(/^Delete the sound/)
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete the sound' }).click()
  await page.getByText('The sound is deleted.').first().waitFor()
  expect(await sound()).toBeNull()
  expect((await app.sotto.client.notes.show({ id: heard })).segments).toEqual(segments)
  await page.getByRole('button', { name: 'More actions' }).click()
  expect(await page.getByRole('menuitem', { name: /^Listen again/ }).count()).toBe(0)
  await page.keyboard.press('Escape')
})

it('by a model says when the words have changed since, and is made again by that model', async () => {
  const { page } = app
  const { client } = app.sotto
  const id = await bringIn(app)
  await client.notes.resummarize({ id, params: { engine: 'ollama' } })
  await Array.fromAsync(await client.jobs.watch({ noteId: id }))
  await go(app, { screen: 'note', id })
  await page.getByText('Made on this computer by llama3.2:3b').waitFor()
  await page.getByRole('tab', { name: 'Transcript' }).click()
  await page.getByRole('list', { name: 'Transcript' }).getByRole('listitem').first().focus()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Words of this line' }).fill('Good morning, everybody.')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('textbox', { name: 'Words of this line' }).waitFor({ state: 'detached' })
  await page.getByRole('tab', { name: 'Summary' }).click()
  await page.getByText('The words have changed since this summary was made.').waitFor()
  const asked = ollama.requests.filter(({ path }) => path === '/api/chat').length
  await page.getByRole('button', { name: 'Make it again' }).click()
  await page.getByText('The words have changed since this summary was made.').waitFor({ state: 'detached', timeout: 60_000 })
  await expect.poll(() => ollama.requests.filter(({ path }) => path === '/api/chat').length).toBeGreaterThan(asked)
})
