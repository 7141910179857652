import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { startHost } from '../../support/host-process.ts'
import { findInMemory, processTree, reasonNotToScan, textSecret } from '../../support/process-memory.ts'
import { SPEECH_MODEL } from '../../support/sotto.ts'
import { launchChromium } from '../kit/browser.ts'
import { buildPage } from './build-page.ts'
import { FirstMinutes, Library, Lock } from './pages.ts'

/** Locking, with the host and its core as the processes that they are for a person. */
const PASSPHRASE = 'oxblood marimba tangent'
const file = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))
const TRANSCRIPT = file('resources/demo/weekly-product-sync.vtt')
const RECORDING = file('test/fixtures/speech/meeting-planning.wav')
const SAID = ['bakeries', 'customer survey', 'Ribeiro']

let assets = ''
let folder = ''
let browser: Browser
let host: Awaited<ReturnType<typeof startHost>>
let page: Page
let complaints: string[] = []

beforeAll(async () => {
  assets = await buildPage()
})
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sotto-lock-'))
  host = await startHost(join(folder, 'data'), assets, { SOTTO_WHISPER_MODEL: SPEECH_MODEL })
  browser = await launchChromium()
  page = await browser.newPage({ locale: 'en-GB', reducedMotion: 'reduce' })
  complaints = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(await host.addressWithToken())
})
afterEach(async () => {
  await browser.close()
  await host.remove()
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  expect(complaints).toEqual([])
})
afterAll(() => rmSync(assets, { recursive: true, force: true }))

/** The processes of the browser that hold pages. */
const pageProcesses = (): number[] => processTree(process.pid).filter((pid) => commandLine(pid).includes('--type=renderer'))
function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1')
  } catch {
    return '' // ended meanwhile
  }
}

it('leaves no word in the page, its title or the process that showed it, and opens again', async () => {
  const library = new Library(page)
  const lock = new Lock(page)
  const words = await new FirstMinutes(page).createStore(PASSPHRASE)
  await library.importFiles([TRANSCRIPT])
  await library.summarised(/./)
  await library.rows.first().click()
  await page.getByText('bakeries').first().waitFor()
  const canScan = reasonNotToScan() === null
  const secrets = [...SAID, PASSPHRASE, words.slice(3, 7).join(' ')].flatMap(textSecret)
  if (canScan) expect(pageProcesses().flatMap((pid) => findInMemory(pid, secrets)).join()).toContain('bakeries')

  await page.getByRole('button', { name: 'Lock' }).click()
  await lock.heading.waitFor()
  const everything = `${await page.title()}\n${await page.content()}`
  expect(SAID.filter((word) => everything.includes(word))).toEqual([])
  expect(await page.title()).toBe('Sotto, locked')
  expect(new URL(page.url()).hash).toBe('')
  if (canScan) {
    // The old process ends soon after the new one shows its page.
    await expect.poll(() => pageProcesses().flatMap((pid) => findInMemory(pid, secrets)), { timeout: 10_000 }).toEqual([])
  } else console.info(`memory of the page: not scanned, ${reasonNotToScan() ?? ''}`)

  await lock.passphrase.fill(PASSPHRASE)
  await lock.unlock.click()
  await library.heading.waitFor()
  await expect.poll(() => library.rows.count(), { timeout: 10_000 }).toBe(1)
})

it('interrupts the work on a recording, and takes it up when it is unlocked', async () => {
  const library = new Library(page)
  const lock = new Lock(page)
  await new FirstMinutes(page).createStore(PASSPHRASE)
  await library.importFiles([RECORDING])
  await library.rows.getByText('Transcribing').first().waitFor()
  await page.keyboard.press('Control+Shift+L')
  await lock.heading.waitFor()
  await lock.passphrase.fill(PASSPHRASE)
  await lock.unlock.click()
  await library.heading.waitFor()
  await library.summarised(/./)
  expect(await library.rows.count()).toBe(1)
})

it.runIf(process.platform === 'linux')('comes back to the lock screen by itself when the core crashed, and says so', async () => {
  const library = new Library(page)
  const lock = new Lock(page)
  await new FirstMinutes(page).createStore(PASSPHRASE)
  await library.importFiles([TRANSCRIPT])
  await library.rows.first().waitFor()
  const [core] = processTree(host.pid).slice(1)
  if (core === undefined) throw new Error('no core')
  process.kill(core, 'SIGKILL')
  await page.getByText('Sotto stopped and was started again').waitFor()
  await lock.passphrase.fill(PASSPHRASE)
  await lock.unlock.click()
  await library.heading.waitFor()
  await library.rows.first().waitFor()
  expect(await page.getByText('Sotto stopped and was started again').count()).toBe(0)
})
