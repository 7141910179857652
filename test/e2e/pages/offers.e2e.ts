import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildPage } from '../app/build-page.ts'
import type { AppWindow } from '../app/window.ts'
import { launchChromium } from '../kit/browser.ts'
import { go, openApp } from './open-app.ts'

let browser: Browser
let app: AppWindow
let dir: string

const stamp = (ms: number): string => new Date(ms).toISOString().replace(/[-:]|\.\d{3}/g, '')

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'sotto-calendar-'))
  const now = Date.now()
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:supplier@example.com', `DTSTAMP:${stamp(now)}`, 'SUMMARY:Supplier call']
  const rest = [`DTSTART:${stamp(now)}`, `DTEND:${stamp(now + 3_600_000)}`, 'ATTENDEE;CN="Lind, Bo":mailto:bo@example.com', 'END:VEVENT', 'END:VCALENDAR', '']
  writeFileSync(join(dir, 'work.ics'), [...lines, ...rest].join('\r\n'))
  browser = await launchChromium()
  app = await openApp(browser, await buildPage())
})
afterAll(async () => {
  await app.close()
  await browser.close()
  rmSync(dir, { recursive: true })
})

const main = () => app.page.getByRole('main')
const bar = () => app.page.getByRole('region', { name: 'Offer to record' })

it('offers a meeting of the calendar, fills it in, and records nothing by itself', async () => {
  const { page, recorder } = app
  await go(app, { screen: 'settings' })
  await main().getByRole('textbox', { name: /^Calendar: an/ }).fill(join(dir, 'absent.ics'))
  await main().getByRole('button', { name: 'Use this calendar' }).click()
  await main().getByText('There is no calendar that could be read.').waitFor()
  expect(await bar().count()).toBe(0)
  await main().getByRole('textbox', { name: /^Calendar: an/ }).fill(dir)
  await main().getByRole('button', { name: 'Use this calendar' }).click()
  await bar().getByText('Supplier call').waitFor()

  await bar().getByRole('button', { name: 'Prepare a recording' }).press('Enter')
  await main().getByRole('heading', { level: 1, name: 'Record a meeting' }).waitFor()
  expect(await main().getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Supplier call')
  expect(await main().getByRole('textbox', { name: 'Who is there' }).inputValue()).toBe('Bo Lind')
  expect(recorder.asked).toEqual([])
  await bar().waitFor({ state: 'detached' })
  await app.enter()
  await page.getByRole('heading', { level: 1, name: 'Library' }).waitFor()
  expect(await bar().count()).toBe(0)
  expect(app.complaints).toEqual([])
})
