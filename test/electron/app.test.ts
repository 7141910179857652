import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ELECTRON, reasonNotToRun, ROOT } from './binary.ts'

/** The app in the real Electron: what the double in test/fakes/electron can only promise. */
const reason = reasonNotToRun()
if (reason !== null) console.log(`test/electron is skipped: ${reason}.`)

describe.skipIf(reason !== null)('the app in Electron', () => {
  let folder = ''
  let env: Record<string, string> = {}
  let app: ElectronApplication
  let page: Page

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sotto-real-'))
    const given = Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
    env = { ...Object.fromEntries(given), SOTTO_DATA_DIR: join(folder, 'data') }
    app = await _electron.launch({ executablePath: ELECTRON ?? '', args: [ROOT], env })
    page = await app.firstWindow()
    await page.waitForFunction('document.querySelector("#root").childElementCount > 0')
  }, 120_000)
  afterAll(async () => {
    await app.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  })

  it('shows the page, which has reached the core over its port', async () => {
    expect(page.url()).toMatch(/^app:\/\/sotto\//)
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.getTitle()))).toEqual(['Sotto'])
    // A new store asks for a passphrase; that question needs an answer from the core.
    await page.waitForSelector('input[type=password]')
  })

  it('shuts the page in', async () => {
    expect(await page.evaluate('[typeof require, typeof process, typeof module]')).toEqual(['undefined', 'undefined', 'undefined'])
    expect(await page.evaluate("fetch('https://example.org/').then(() => 'fetched', () => 'refused')")).toBe('refused')
    expect(await page.evaluate("fetch('http://127.0.0.1:1/').then(() => 'fetched', () => 'refused')")).toBe('refused')
    expect(await page.evaluate("window.open('https://example.org/')")).toBeNull()
    expect(await page.evaluate("navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'granted', (error) => error.name)")).not.toBe('granted')
    expect(await page.evaluate("navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state)")).toBe('denied')
    await page.evaluate("location.assign('https://example.org/')")
    expect(page.url()).toMatch(/^app:\/\/sotto\//)
    expect(app.windows()).toHaveLength(1)
  })

  it('runs it in a sandbox, in a session without a place on the disk', async () => {
    const seen = await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      return { isPersistent: contents?.session.isPersistent(), storage: contents?.session.getStoragePath() ?? null }
    })
    expect(seen).toEqual({ isPersistent: false, storage: null })
    expect(await page.evaluate('crossOriginIsolated')).toBe(true)
  })

  it('lets a second start end by itself', () => {
    const second = spawnSync(ELECTRON ?? '', [ROOT], { env, timeout: 60_000 })
    expect(second.status).toBe(0)
  }, 90_000)
})
