import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import type { NoteId } from '../../../src-shared/domain/ids.ts'
import { hrefOf, type Route } from '../../../src-renderer/rpc/routes.ts'
import type { SottoOptions } from '../../../src-main/core/sotto.ts'
import { AppWindow } from '../app/window.ts'

export const PASSPHRASE = 'four unrelated words'
/** No server listens on the discard port: Ollama that is not running, on every machine. */
const NO_OLLAMA = 'http://127.0.0.1:9'

/** The app with an open store and nothing in it. */
export async function openApp(
  browser: Browser,
  assets: string,
  { core = {}, look = {} }: { core?: Partial<SottoOptions>; look?: BrowserContextOptions } = {},
): Promise<AppWindow> {
  const app = await AppWindow.open(browser, assets, { ollamaHost: NO_OLLAMA, ...core }, look)
  await app.sotto.client.system.init({ passphrase: PASSPHRASE })
  await app.sotto.client.system.acknowledgeRecovery({})
  app.page.setDefaultTimeout(10_000)
  await app.enter()
  await app.page.getByRole('heading', { level: 1, name: 'Library' }).waitFor()
  return app
}

/** The demo meeting: four people, decisions, action items, a phone number and an address. */
export const DEMO = readFileSync(fileURLToPath(new URL('../../../resources/demo/weekly-product-sync.vtt', import.meta.url)), 'utf8')

/** Brings a transcript in and waits until it is summarised. */
export async function bringIn(app: AppWindow, text = DEMO, date = '2026-11-20'): Promise<NoteId> {
  const { noteId } = await app.sotto.client.notes.import({ file: new File([text], 'meeting.vtt'), participants: [], date })
  await Array.fromAsync(await app.sotto.client.jobs.watch({ noteId }))
  return noteId
}

/** Goes to a place as a link does. */
export async function go(app: AppWindow, route: Route): Promise<void> {
  await app.page.evaluate((hash) => void (location.hash = hash), hrefOf(route))
  await app.page.getByRole('main').getByRole('heading', { level: 1 }).first().waitFor()
}

/** What has the focus, in a word or two. */
export const focused = (app: AppWindow): Promise<string> =>
  app.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')

/** A file the page gives out. */
export async function downloaded(app: AppWindow, start: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([app.page.waitForEvent('download'), start()])
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
}
