import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { recordingIdSchema } from '../../../src-shared/domain/ids.ts'
import { recordingPublicKeyOf } from '../../../src-main/core/keys/index.ts'
import { lockDirectory } from '../../../src-main/core/owner/index.ts'
import { systemIds } from '../../../src-main/core/platform/index.ts'
import { beginRecording } from '../../../src-main/core/recorder/index.ts'
import { IDLE, session } from '../../fakes/recorder/recorder.ts'
import { buildPage } from '../app/build-page.ts'
import type { AppWindow } from '../app/window.ts'
import { launchChromium } from '../kit/browser.ts'
import { bringIn, go, openApp } from './open-app.ts'

let browser: Browser
let assets: string
/** Pictures to be looked at by people; nothing compares them. */
const SHOTS = process.env['SOTTO_SHOTS']

beforeAll(async () => {
  if (SHOTS !== undefined) mkdirSync(SHOTS, { recursive: true })
  assets = await buildPage()
  browser = await launchChromium()
})
afterAll(() => browser.close())

const stamp = (ms: number): string => new Date(ms).toISOString().replace(/[-:]|\.\d{3}/g, '')

function writeCalendar(dir: string): string {
  const now = Date.now()
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:a', `DTSTAMP:${stamp(now)}`, 'SUMMARY:Quarterly planning with the supplier']
  const path = join(dir, 'work.ics')
  writeFileSync(path, [...lines, `DTSTART:${stamp(now)}`, `DTEND:${stamp(now + 3_600_000)}`, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n'))
  return path
}

/** Sound alone, as the process that stays leaves it. */
async function recordSoundAlone({ dir, sotto: { client } }: AppWindow): Promise<string> {
  const id = recordingIdSchema.parse(systemIds().next())
  const from = { dir, recordingPublicKey: recordingPublicKeyOf(dir), lock: lockDirectory, now: () => Date.now() }
  const recording = await beginRecording({ ...from, id, channels: 1, mode: 'sound-only' })
  for (let at = 0; at < 48_000; at += 1_600) await recording.push({ firstSample: at, channels: [new Int16Array(1_600)] })
  await recording.stop()
  const { noteIds } = await client.notes.adoptRecordings({})
  return noteIds[0] ?? ''
}

/** What a person chooses and sees of recording, with what axe objects to and what is wider than a small window. */
it.each(['light', 'dark'] as const)('has nothing that axe objects to, and nothing cut off at 320 px: %s', { timeout: 240_000 }, async (theme) => {
  const app = await openApp(browser, assets, { look: { colorScheme: theme, reducedMotion: 'reduce' } })
  const { page, recorder, live, sotto } = app
  const main = page.getByRole('main')
  const found: string[] = []
  const at = async (name: string): Promise<void> => {
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}-${theme}.png`, fullPage: true })
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().exclude('[data-live-announcer]').analyze()
    found.push(...violations.map(({ id, nodes }) => `${name}: ${id} ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`))
    const size = page.viewportSize()
    await page.setViewportSize({ width: 320, height: 640 })
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (tooWide > 0) found.push(`${name}: ${tooWide} px too wide`)
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}-320-${theme}.png` })
    if (size !== null) await page.setViewportSize(size)
  }
  try {
    live.noteId = await bringIn(app)
    await go(app, { screen: 'record' })
    await main.getByText('Words alone', { exact: true }).click()
    await at('record-before')
    recorder.becomes(session({ mode: 'text-only' }))
    live.hears('battery')
    await main.getByText('Words wait: this computer runs on its battery').waitFor()
    await at('record-waits')
    recorder.becomes(session({ mode: 'sound-only' }))
    await main.getByRole('heading', { name: 'Sound alone is recorded' }).waitFor()
    await at('record-sound-alone')
    recorder.becomes(IDLE)
    await go(app, { screen: 'library' })
    await sotto.client.settings.set({ calendar: writeCalendar(app.dir) })
    await page.getByRole('region', { name: 'Offer to record' }).waitFor()
    await at('offer')
    await go(app, { screen: 'settings' })
    await main.getByText('It is read, and read again when it changes.').waitFor()
    await at('settings-recording')
    await go(app, { screen: 'note', id: await recordSoundAlone(app) })
    await main.getByRole('button', { name: 'Make words of it' }).waitFor()
    await at('note-sound-alone')
    expect(found).toEqual([])
    expect(app.complaints).toEqual([])
  } finally {
    await app.close()
  }
})
