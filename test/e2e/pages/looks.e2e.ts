import { mkdirSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildPage } from '../app/build-page.ts'
import type { AppWindow } from '../app/window.ts'
import { launchChromium } from '../kit/browser.ts'
import { bringIn, DEMO, go, openApp } from './open-app.ts'

let browser: Browser
let assets: string
/** Talk that is half about work: some of it may be action items, or not. */
const PERHAPS = `WEBVTT\n${[
  'We should probably look at that at some point.',
  'Someone might want to check the pricing.',
  'There is also the question of who writes the text.',
  'Maybe we can talk about it next week.',
  'It would be good to have a list of them.',
  'You could ask the bakery in town.',
  'We have to think about the icons.',
  'I can look into the price list.',
  'Somebody could write to the mayor about the square.',
  'Perhaps you can look up the number of the printer.',
  'You could also send them the leaflet.',
  'We need somebody for the stand.',
].map((said, at) => `\n00:${10 + 4 * at}.000 --> 00:${13 + 4 * at}.000\n<v ${at % 2 === 0 ? 'Ana Reis' : 'Ben Ode'}>${said}</v>\n`).join('')}`
/** Pictures to be looked at by people; nothing compares them. */
const SHOTS = process.env['SOTTO_SHOTS']

beforeAll(async () => {
  if (SHOTS !== undefined) mkdirSync(SHOTS, { recursive: true })
  assets = await buildPage()
  browser = await launchChromium()
})
afterAll(() => browser.close())

/** Every screen in its states, with what axe objects to and what is wider than the window. */
it.each(['light', 'dark'] as const)('has nothing that axe objects to, and nothing cut off at 320 px: %s', { timeout: 360_000 }, async (theme) => {
  const app = await openApp(browser, assets, { look: { colorScheme: theme } })
  const found: string[] = []
  const at = async (name: string): Promise<void> => {
    await standingStill(app)
    if (SHOTS !== undefined) await app.page.screenshot({ path: `${SHOTS}/${name}-${theme}.png` })
    found.push(...(await objections(app)).map((objection) => `${name}: ${objection}`))
    const size = app.page.viewportSize()
    await app.page.setViewportSize({ width: 320, height: 640 })
    await standingStill(app) // a narrow window is laid out anew
    const tooWide = await app.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (tooWide > 0) found.push(`${name}: ${tooWide} px too wide`)
    if (SHOTS !== undefined) await app.page.screenshot({ path: `${SHOTS}/${name}-320-${theme}.png` })
    if (size !== null) await app.page.setViewportSize(size)
  }
  try {
    await walk(app, at)
    expect(found).toEqual([])
    expect(app.complaints).toEqual([])
  } finally {
    await app.close()
  }
})

/**
 * A dialog that still fades in, or that React Aria masks while it prepares, does not count as open for axe, which then misses the
 * page behind it.
 */
const standingStill = ({ page }: AppWindow): Promise<void> =>
  page.evaluate(async () => {
    const isMoving = (): boolean =>
      document.querySelector('[data-entering], [data-exiting], [style*="mask-image"]') !== null ||
      document.getAnimations().some(({ effect, playState }) => playState === 'running' && effect?.getTiming().iterations === 1)
    for (let still = 0, frames = 0; still < 5 && frames < 300; frames++) {
      await new Promise(requestAnimationFrame)
      still = isMoving() ? 0 : still + 1
    }
  })

async function objections({ page }: AppWindow): Promise<string[]> {
  const { violations, passes } = await new AxeBuilder({ page })
    .setLegacyMode() // one frame only: the usual way opens a second page for every look
    // React Aria's own live region, for some seconds, still names a pending button that left the page with its screen.
    .exclude('[data-live-announcer]')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  if (passes.length === 0) return ['axe looked at nothing']
  return violations.map(({ id, nodes }) => `${id} ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
}

async function walk(app: AppWindow, at: (name: string) => Promise<void>): Promise<void> {
  const { page, sotto } = app
  const { client } = sotto
  await go(app, { screen: 'actions' })
  await page.getByText('No action items yet').waitFor()
  await at('actions-empty')

  const { noteId: cancelled } = await client.notes.import({ file: new File([DEMO], 'again.vtt'), participants: [] })
  const [, summarise] = await client.jobs.list({ noteId: cancelled })
  if (summarise !== undefined) await client.jobs.cancel({ jobId: summarise.id })
  await go(app, { screen: 'note', id: cancelled })
  await page.getByText(/was cancelled$/).waitFor()
  await at('note-cancelled')

  await go(app, { screen: 'note', id: await bringIn(app, PERHAPS) })
  await page.getByText(/possible action items?$/).click()
  await at('note-possible')

  const id = await bringIn(app)
  await go(app, { screen: 'note', id })
  await page.getByText('Made here by').waitFor()
  await at('note')
  await page.getByRole('button', { name: 'Edit title' }).click()
  await at('note-title')
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: 'Transcript' }).click()
  await at('note-transcript')
  await page.keyboard.press('Control+f')
  await page.getByRole('searchbox').fill('invoice')
  await page.locator('[data-marked] mark').first().waitFor()
  await at('note-find')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Words of this line' }).waitFor()
  await at('note-edit')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Show as plain text' }).click()
  await at('note-plain')
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByText('Show names', { exact: true }).click()
  await page.getByText('hidden: person').first().waitFor()
  await at('note-hidden')
  await page.getByText('Show names', { exact: true }).click()
  const word = page.getByRole('button', { name: 'Your word on this line' }).first()
  await word.click()
  await page.getByRole('menuitem', { name: /^Keep it/ }).click()
  await page.getByText('Kept by you').waitFor()
  await word.click()
  await at('note-word')
  // A narrow window lays the page out anew, and what was open in it closes.
  await page.keyboard.press('Escape')
  await word.click()
  await page.getByRole('menuitem', { name: 'Change its words' }).click()
  await page.getByRole('textbox', { name: 'Words of this line' }).waitFor()
  await at('note-reword')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Your word on this line' }).nth(1).click()
  await page.getByRole('menuitem', { name: /^Reject it/ }).click()
  await page.getByText('1 line you rejected').click()
  await at('note-rejected')
  for (const item of ['Make the summary again', 'Compare summaries', 'Export']) {
    await page.getByRole('button', { name: 'More actions' }).click()
    if (item === 'Export') await at('note-menu')
    await page.getByRole('menuitem', { name: new RegExp(`^${item}`) }).click()
    await page.getByRole('dialog').waitFor()
    await at(`note-${item.split(' ')[0]?.toLowerCase()}`)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await page.setViewportSize({ width: 1180, height: 800 })
  await go(app, { screen: 'note', id: '01JD0V2M8C6Q0W6R1X3T5Z7B9D' })
  await page.getByText('This note cannot be shown').waitFor()
  await at('note-missing')

  await go(app, { screen: 'actions' })
  await page
    .getByRole('link', { name: /^Show where/ })
    .first()
    .waitFor()
  await at('actions')
  await client.notes.resummarize({ id, params: { engine: 'ollama' } })
  await Array.fromAsync(await client.jobs.watch({ noteId: id }))
  await go(app, { screen: 'note', id })
  await page.getByText('Ollama could not do it').waitFor()
  await at('note-fallback')
  await go(app, { screen: 'privacy' })
  await page.getByRole('button', { name: 'Check now' }).click()
  await page
    .getByRole('main')
    .getByText(/^Unbroken/)
    .waitFor()
  await at('privacy')
  await go(app, { screen: 'models' })
  await page.getByText(/^\d+ more models$/).click()
  await page.getByText('Not running.').waitFor()
  await at('models')
  await go(app, { screen: 'settings' })
  await at('settings')
  await page.getByRole('button', { name: 'Check now' }).click()
  await page.getByRole('table').waitFor()
  await at('settings-health')
  await page.getByRole('button', { name: 'Change the passphrase' }).click()
  await page.getByRole('dialog').waitFor()
  await at('settings-passphrase')
}
