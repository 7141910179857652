import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildStories } from '../../../scripts/stories/build.ts'
import { launchChromium } from './browser.ts'
import { StoriesPage } from './stories-page.ts'

let browser: Browser
let folder: string
let stories: StoriesPage
let page: Page

beforeAll(async () => {
  folder = await buildStories()
  browser = await launchChromium()
})
afterAll(() => browser.close())

beforeEach(async () => {
  stories = await StoriesPage.open(browser, folder)
  page = stories.page
})
afterEach(async () => {
  const { complaints } = stories
  await stories.close()
  expect(complaints).toEqual([])
})

const focused = (): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent || document.activeElement?.getAttribute('aria-label') || '')
const status = () => page.getByRole('status')

describe('buttons', () => {
  it('that cannot be pressed keep their place, say why, and do nothing', async () => {
    await stories.show('button/disabled')
    const button = page.getByRole('button', { name: 'Start recording', exact: true })
    await button.focus()
    expect(await focused()).toContain('Start recording')
    expect(await button.getAttribute('aria-disabled')).toBe('true')
    expect(
      await page.evaluate(() => {
        const ids = document.activeElement?.getAttribute('aria-describedby')?.split(' ') ?? []
        return ids.map((id) => document.getElementById(id)?.textContent).join(' ')
      }),
    ).toContain('Choose a microphone first.')
    await page.keyboard.press('Enter')
    await status().getByText('Choose a microphone first.').waitFor({ state: 'attached' })
  })

  it('that are still at work keep the focus and say so', async () => {
    await stories.show('button/pending')
    const button = page.getByRole('button', { name: /Check now/ })
    await button.focus()
    expect(await button.getAttribute('aria-disabled')).toBe('true')
    expect(await button.textContent()).toContain('Working')
    expect(await focused()).toContain('Check now')
  })
})

describe('dialogs', () => {
  it('keep the focus inside and give it back', async () => {
    await stories.show('dialog/form')
    await page.keyboard.press('Escape')
    const opener = page.getByRole('button', { name: 'Open' })
    await opener.click()
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
    for (let press = 0; press < 5; press++) {
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null)).toBe(true)
    }
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await focused()).toBe('Open')
  })

  it('that take something away have Cancel in focus', async () => {
    await stories.show('dialog/destructive')
    await page.getByRole('alertdialog').waitFor()
    expect(await focused()).toBe('Cancel')
  })

  it('put the main button where the platform has it', async () => {
    const order = () => page.getByRole('alertdialog').getByRole('button').allTextContents()
    await stories.show('dialog/destructive')
    expect(await order()).toEqual(['Cancel', 'Erase audio'])
    await stories.show('dialog/windows order')
    expect(await order()).toEqual(['Erase audio', 'Cancel'])
  })

  it('do not close while their work goes on', async () => {
    await stories.show('dialog/pending')
    await page.keyboard.press('Escape')
    expect(await page.getByRole('alertdialog').isVisible()).toBe(true)
  })
})

describe('open layers', () => {
  it.each([
    ['menu/icon button', 'button', 'menu'],
    ['select/chosen', 'button', 'listbox'],
    ['combo-box/empty', 'combobox', 'listbox'],
    ['popover/details', 'button', 'dialog'],
  ] as const)('are clean and close with Escape: %s', async (story, trigger, layer) => {
    for (const theme of ['light', 'dark'] as const) {
      await stories.show(story, theme)
      await page.getByRole(trigger).first().click()
      await page.getByRole(layer).waitFor()
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()
      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole(layer).waitFor({ state: 'detached' })
    }
  })

  it('a menu reads why a choice is closed, and does not do it', async () => {
    await stories.show('menu/icon button')
    await page.getByRole('button').first().press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    const item = page.getByRole('menuitem', { name: 'Share…' })
    expect(await item.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await status().getByText('Two words still need your answer.').waitFor({ state: 'attached' })
  })
})

describe('toasts', () => {
  it('speak through the one status region, and F6 reaches them', async () => {
    await stories.show('toast/undo')
    await page.getByRole('region', { name: 'Notifications' }).waitFor()
    expect(await page.getByRole('status').count()).toBe(1)
    expect(await status().textContent()).toBe('Stand-up deleted')
    await page.getByRole('button', { name: 'Show again' }).focus()
    await page.keyboard.press('F6')
    expect(await page.evaluate(() => document.activeElement?.closest('[aria-label="Notifications"]') !== null)).toBe(true)
    await page.getByRole('button', { name: 'Undo' }).press('Enter')
    await page.getByRole('region', { name: 'Notifications' }).waitFor({ state: 'detached' })
    expect(await focused()).toBe('Show again')
  })

  it('wait while they are pointed at or focused, and go when their time is over', async () => {
    await page.clock.install()
    await stories.show('toast/undo')
    await page.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('region', { name: 'Notifications' }).waitFor({ state: 'detached' })
    await page.clock.fastForward(2_000)
    await page.getByRole('button', { name: 'Show again' }).click()
    const undo = page.getByRole('button', { name: 'Undo' })
    await undo.focus()
    await page.clock.fastForward(60_000)
    expect(await undo.isVisible()).toBe(true)
    await page.getByRole('button', { name: 'Show again' }).focus()
    await page.clock.fastForward(60_000)
    await undo.waitFor({ state: 'detached' })
  })
})

describe('a toast over a dialog', () => {
  it('can be used, by pointer and by keyboard, and leaves the dialog open', async () => {
    await stories.show('toast/over a dialog')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('button', { name: 'Undo' }).waitFor({ state: 'detached' })
    expect(await dialog.isVisible()).toBe(true)
    await page.getByRole('button', { name: 'Show again' }).click()
    await page.keyboard.press('F6')
    expect(await page.evaluate(() => document.activeElement?.closest('[aria-label="Notifications"]') !== null)).toBe(true)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Undo' }).waitFor({ state: 'detached' })
    expect(await focused()).toBe('Show again')
  })
})

describe('on lock', () => {
  it('nothing that was said is left in the page, by us or by React Aria', async () => {
    await stories.show('list/selection')
    await page.getByRole('row', { name: 'Supplier call' }).focus()
    await page.keyboard.press('Space')
    const regions = page.locator('[data-live-announcer], [role="status"], [role="alert"]')
    const said = async () => (await regions.allTextContents()).join('')
    await expect.poll(said).toContain('Supplier call')
    await stories.show('announcer/both')
    await page.getByRole('button', { name: 'Say politely' }).click()
    await page.getByRole('button', { name: 'Forget all' }).click()
    expect(await said()).toBe('')
  })
})

describe('the virtual list', () => {
  it('keeps few rows in the page, says their place, and never loses the focus', async () => {
    await stories.show('virtual-list/ten thousand')
    const rows = page.getByRole('list', { name: 'Transcript' }).getByRole('listitem')
    await rows.first().focus()
    expect(await rows.count()).toBeLessThan(60)
    await page.keyboard.press('End')
    const last = page.locator('[aria-posinset="10000"]')
    await last.waitFor()
    expect(await last.evaluate((row) => row === document.activeElement)).toBe(true)
    expect(await last.getAttribute('aria-setsize')).toBe('10000')
    // The wheel takes the view far away; the row with the focus stays in the page.
    await rows.first().evaluate((row) => {
      row.parentElement?.parentElement?.scrollTo({ top: 0 })
    })
    await page.locator('[aria-posinset="1"]').waitFor()
    expect(await last.evaluate((row) => row === document.activeElement)).toBe(true)
    await page.keyboard.press('ArrowUp')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-posinset'))).toBe('9999')
    expect(
      await page.evaluate(() => {
        const box = document.activeElement?.getBoundingClientRect()
        const frame = document.querySelector('[role="list"]')?.parentElement?.getBoundingClientRect()
        return box !== undefined && frame !== undefined && box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1
      }),
    ).toBe(true)
  })

  it('follows its end while the reader is there, and stays where the reader went', async () => {
    await stories.show('virtual-list/follows the end')
    const add = page.getByRole('button', { name: 'Add a sentence' })
    await page.locator('[aria-posinset="40"]').waitFor()
    await add.click()
    await page.locator('[aria-posinset="41"]').waitFor()
    const scroller = page.getByRole('list').locator('..')
    await scroller.evaluate((element) => {
      element.scrollTo({ top: 0 })
    })
    await page.locator('[aria-posinset="1"]').waitFor()
    await add.click()
    await page.locator('[aria-setsize="42"]').first().waitFor()
    expect(await scroller.evaluate((element) => element.scrollTop)).toBe(0)
  })
})

describe('other parts by keyboard', () => {
  it('a splitter moves by arrows, Home and End, and by its buttons', async () => {
    await stories.show('splitter/two panes')
    const line = page.getByRole('separator')
    await line.focus()
    await page.keyboard.press('ArrowRight')
    expect(await line.getAttribute('aria-valuenow')).toBe('256')
    await page.keyboard.press('Home')
    expect(await line.getAttribute('aria-valuenow')).toBe('160')
    await page.getByRole('button', { name: 'Make notes wider' }).click()
    expect(await line.getAttribute('aria-valuenow')).toBe('176')
  })

  it('a scrubber moves by its buttons and by arrows, and says the time', async () => {
    await stories.show('scrubber/paused')
    await page.getByRole('button', { name: 'Forward 5 seconds' }).click()
    const slider = page.getByRole('slider', { name: 'Position in the recording' })
    expect(await slider.getAttribute('aria-valuetext')).toBe('8:37')
    await slider.focus()
    await page.keyboard.press('ArrowLeft')
    expect(await slider.getAttribute('aria-valuetext')).toBe('8:36')
  })

  it('a list walks by arrows into the buttons of its rows', async () => {
    await stories.show('list/sections')
    await page.getByRole('row', { name: 'Stand-up' }).focus()
    await page.keyboard.press('ArrowDown')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Supplier call')
    await page.keyboard.press('ArrowRight')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Delete Supplier call')
  })
})

describe('themes', () => {
  it('follow the system until the page says otherwise', async () => {
    const canvas = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await canvas()).toBe('rgb(21, 20, 18)')
    await page.emulateMedia({ colorScheme: 'light' })
    expect(await canvas()).toBe('rgb(251, 250, 248)')
    await stories.show('button/variants', 'dark')
    expect(await canvas()).toBe('rgb(21, 20, 18)')
  })
})
