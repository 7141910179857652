import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../kit/browser.ts'
import { buildPage } from './build-page.ts'
import { walk } from './walk.ts'
import { AppWindow } from './window.ts'

let browser: Browser
let assets: string

beforeAll(async () => {
  assets = await buildPage()
  browser = await launchChromium()
})
afterAll(() => browser.close())

/** Every screen in every state that the walk goes through, wide and at 320 px. */
it.each(['light', 'dark'] as const)('has nothing that axe objects to, and nothing cut off: %s', { timeout: 300_000 }, async (theme) => {
  const app = await AppWindow.open(browser, assets, {}, { colorScheme: theme })
  const { page } = app
  const found: string[] = []
  const seen: string[] = []
  try {
    await walk({
      app,
      page,
      at: async (name) => {
        seen.push(name)
        const { violations, passes } = await new AxeBuilder({ page })
          .setLegacyMode() // one frame only: the usual way opens a second page for every look
          .exclude('[data-live-announcer]') // React Aria's own voice: for some seconds it names a button that may be gone by then
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze()
        if (passes.length === 0) found.push(`${name}: axe looked at nothing`)
        found.push(...violations.map(({ id, nodes }) => `${name}: ${id} ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`))
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        if (tooWide > 0) found.push(`${name}: ${tooWide} px too wide`)
      },
    })
    expect(found).toEqual([])
    expect(app.complaints).toEqual([])
    expect(seen.length).toBeGreaterThan(20)
  } finally {
    await app.close()
  }
})
