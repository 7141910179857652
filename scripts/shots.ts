import { mkdir } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { buildPage } from '../test/e2e/app/build-page.ts'
import { walk } from '../test/e2e/app/walk.ts'
import { AppWindow } from '../test/e2e/app/window.ts'
import { launchChromium } from '../test/e2e/kit/browser.ts'

/** `npm run shots [FOLDER] [word …]`: pictures of every screen and state in both themes, to be looked at by people. */
const [folder = 'test-results/shots', ...wanted] = process.argv.slice(2)

async function take(browser: Browser, assets: string, theme: 'light' | 'dark'): Promise<void> {
  const app = await AppWindow.open(browser, assets, {}, { colorScheme: theme })
  const { page } = app
  const shoot = async (name: string): Promise<void> => {
    if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) return
    await page.screenshot({ path: `${folder}/${name}-${theme}.png` })
  }
  try {
    await walk({ app, page, at: shoot })
  } catch (thrown) {
    await page.screenshot({ path: `${folder}/stuck-${theme}.png` })
    throw thrown
  } finally {
    await app.close()
  }
}

await mkdir(folder, { recursive: true })
const assets = await buildPage()
const browser = await launchChromium()
try {
  for (const theme of ['light', 'dark'] as const) await take(browser, assets, theme)
} finally {
  await browser.close()
}
