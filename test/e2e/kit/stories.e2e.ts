import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildStories } from '../../../scripts/stories/build.ts'
import { launchChromium } from './browser.ts'
import { StoriesPage } from './stories-page.ts'

/** WCAG 2.2, 2.5.8: nothing to point at is smaller than this, text links in a sentence excepted. */
const TARGET_PX = 24
/** Two panes need room for two; on a narrow window the frame shows one of them, or the drawer above the page. */
const SIDE_BY_SIDE = new Set(['drawer/beside', 'splitter/two panes'])

let browser: Browser
let stories: StoriesPage

beforeAll(async () => {
  const folder = await buildStories()
  browser = await launchChromium()
  stories = await StoriesPage.open(browser, folder)
})

afterAll(async () => {
  await stories.close()
  await browser.close()
})

describe('every story, in both themes', () => {
  it.each(['light', 'dark'] as const)('has no violation that axe finds: %s', { timeout: 300_000 }, async (theme) => {
    const found: string[] = []
    const all = await stories.all()
    for (const story of all) {
      await stories.show(story, theme)
      const { violations, passes } = await new AxeBuilder({ page: stories.page })
        .setLegacyMode() // one frame only: the usual way opens a second page for every look
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze()
      if (passes.length === 0) found.push(`${story}: axe looked at nothing`)
      found.push(...violations.map(({ id, nodes }) => `${story}: ${id} ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`))
    }
    expect(all.length).toBeGreaterThan(60)
    expect(found).toEqual([])
  })

  it('has targets of 24 px and more', async () => {
    const small: string[] = []
    for (const story of await stories.all()) {
      await stories.show(story)
      small.push(...(await stories.page.evaluate(smallTargets, TARGET_PX)).map((found) => `${story}: ${found}`))
    }
    expect(small).toEqual([])
  })

  it('fits 320 px, which is what 400 % of a small window leaves', async () => {
    await stories.page.setViewportSize({ width: 320, height: 640 })
    const wide: string[] = []
    for (const story of await stories.all()) {
      if (SIDE_BY_SIDE.has(story)) continue
      await stories.show(story)
      const width = await stories.page.evaluate(() => document.documentElement.scrollWidth)
      if (width > 320) wide.push(`${story}: ${width} px`)
    }
    expect(wide).toEqual([])
  })

  it('asks nothing of any other address and gives the policy no reason to complain', () => {
    expect(stories.complaints).toEqual([])
  })
})

/** Runs in the page. A native control that is hidden under its drawn one is measured by its label. */
function smallTargets(minimum: number): readonly string[] {
  const targets = document.querySelectorAll<HTMLElement>(
    'button, input, textarea, select, [role="tab"], [role="menuitem"], [role="option"], [role="slider"], [role="separator"][tabindex], a',
  )
  return [...targets].flatMap((target) => {
    // React Aria closes layers for screen readers by a button nobody sees and Tab does not reach.
    if (target.tabIndex === -1 && target.offsetWidth === 1) return []
    if (target.closest('p') !== null && target.matches('a, [role="link"]')) return []
    const shown = target.matches('input[type="checkbox"], input[type="radio"], input[type="range"], [role="switch"]')
      ? (target.closest<HTMLElement>('label, [class*="thumb"]') ?? target)
      : target
    const { width, height } = shown.getBoundingClientRect()
    if (width === 0 || target.closest('[aria-hidden="true"], [inert]') !== null || !shown.checkVisibility()) return []
    return Math.round(width) < minimum || Math.round(height) < minimum
      ? [`${Math.round(width)}×${Math.round(height)} ${target.outerHTML.slice(0, 100)}`]
      : []
  })
}
