import { mkdir } from 'node:fs/promises'
import { chromium } from 'playwright-core'
import { buildStories } from './build.ts'
import { serveStories } from './serve.ts'

/** `npm run stories:shots FOLDER [part …]`: a picture of every part in both themes, to be looked at by people. */
const [folder = 'test-results/stories', ...wanted] = process.argv.slice(2)
const server = await serveStories(await buildStories())
const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
const page = await browser.newPage({ viewport: { width: 1000, height: 700 }, reducedMotion: 'reduce', locale: 'en-GB' })
await mkdir(folder, { recursive: true })
await page.goto(server.url)
const links = await page.getByRole('listitem').getByRole('link').all()
const hashes = await Promise.all(links.map((link) => link.getAttribute('href')))
for (const hash of hashes) {
  const part = hash?.replace('#/', '') ?? ''
  if (wanted.length > 0 && !wanted.includes(part)) continue
  for (const theme of ['light', 'dark']) {
    await page.goto(`${server.url}#/${part}?theme=${theme}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.screenshot({ path: `${folder}/${part}-${theme}.png`, fullPage: true })
  }
}
await browser.close()
await server.close()
