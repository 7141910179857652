import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { NoteId } from '../../../src-shared/domain/ids.ts'
import type { Recorded } from '../../../src-shared/domain/recorder.ts'
import { buildPage } from '../app/build-page.ts'
import { Library } from '../app/pages.ts'
import type { AppWindow } from '../app/window.ts'
import { launchChromium } from '../kit/browser.ts'
import { IDLE, session } from '../../fakes/recorder/recorder.ts'
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

/** The note as if it had been recorded here, and the page on another screen, so that it is read anew. */
const recorded = async (more: Partial<Recorded>): Promise<void> => {
  await go(app, { screen: 'privacy' })
  app.live.recorded.set(id, { agreement: 'everyone-agreed', ending: 'stopped', gaps: [], marks: [], ...more })
  await app.page.waitForTimeout(2_100) // what was read is fresh for two seconds
}

it('says in its row that it was recovered, until it is kept, and can be deleted there', async () => {
  const { page } = app
  const row = new Library(page).rows.first()
  await recorded({ ending: 'cut-off' })
  await go(app, { screen: 'library' })
  await row.getByText(/^Recovered: \d+ min from a recording that was cut off\.$/).waitFor()
  await row.getByText('Delete', { exact: true }).click()
  await row.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await row.getByRole('button', { name: /^Keep / }).click()
  await row.getByText(/^Recovered/).waitFor({ state: 'detached' })
  await row.click()
  await page.getByText('Recovered: this recording was cut off').waitFor()
})

it('leads to the recording while it goes on, and is not deleted meanwhile', async () => {
  const { page, recorder } = app
  const row = new Library(page).rows.first()
  recorder.becomes(session())
  await recorded({ ending: 'under-way' })
  await go(app, { screen: 'library' })
  await row.getByText('Recording 14:32').waitFor()
  expect(await row.getByRole('button', { name: /^Delete / }).getAttribute('aria-disabled')).toBe('true')
  await row.getByText('Recording 14:32').click()
  await page.getByRole('heading', { level: 1, name: 'Recording' }).waitFor()
  recorder.becomes(IDLE)
})

it('shows marks and gaps at their places, whether everyone agreed, and that sound was taken away', async () => {
  const { page } = app
  await page.setViewportSize({ width: 1400, height: 900 })
  const { segments } = await app.sotto.client.notes.show({ id })
  const [, second] = segments
  await recorded({
    ending: 'tampered',
    agreement: 'reminded',
    marks: [second?.startMs ?? 0],
    gaps: [{ atMs: second?.startMs ?? 0, ms: 180_000, reason: 'paused' }, { atMs: 90_000_000, ms: 4_000, reason: 'lost' }],
  })
  await go(app, { screen: 'note', id })
  await page.getByText('Sound was taken away from this recording').waitFor()
  await page.getByText('Agreement was not confirmed').waitFor()
  const lines = page.getByRole('list', { name: 'Transcript' }).getByRole('listitem')
  await lines.nth(1).getByText('Paused for 3 min').waitFor()
  await page.getByRole('button', { name: 'Show as plain text' }).click()
  const text = await page.getByRole('region', { name: 'Transcript' }).innerText()
  expect(text).toContain('Paused for 3 min')
  expect(text).toMatch(/Sound was lost for 4 s\s*$/)
})
