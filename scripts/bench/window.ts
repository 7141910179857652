import { AppWindow } from '../../test/e2e/app/window.ts'
import { buildPage } from '../../test/e2e/app/build-page.ts'
import { FirstMinutes } from '../../test/e2e/app/pages.ts'
import { launchChromium } from '../../test/e2e/kit/browser.ts'
import { tasksIn, traced } from './page-trace.ts'
import { longMeeting } from './spine.ts'

/**
 * `npm run bench -- window`: a note of 10,000 entries in Chromium. What the page's main thread does while the transcript is
 * opened, scrolled from end to end and searched, from Chromium's own trace. No task should take 50 ms, the length at which
 * a person notices. CPU time is what the page needs; wall time beside it tells how busy the machine was.
 */
const WORDS = 166_000
const LONG_MS = 50
/** Two thirds of a window a wheel step, thirty times a second: as fast as anybody scrolls. */
const WHEEL_PX = 500
const WHEEL_EVERY_MS = 33

export async function benchWindow({ quick }: { quick: boolean }): Promise<void> {
  const browser = await launchChromium().catch(() => null)
  if (browser === null) return console.log('There is no Chromium here to look with (CHROMIUM names one); skipped.')
  const app = await AppWindow.open(browser, await buildPage(), {}, { viewport: { width: 1440, height: 900 } })
  const { page } = app
  try {
    await new FirstMinutes(page).createStore('bench passphrase')
    const { noteId } = await app.sotto.client.notes.import({
      file: new File([longMeeting(quick ? WORDS / 10 : WORDS).text], 'long.vtt'),
      participants: [],
    })
    for await (const job of await app.sotto.client.jobs.watch({ noteId })) if (job.error !== null) throw new Error(job.error.code)
    const lines = page.getByRole('list', { name: 'Transcript' }).getByRole('listitem')

    const phases: Record<string, () => Promise<void>> = {
      'open the note': async () => {
        await page.evaluate(`location.hash = '/note/${noteId}'`)
        await lines.first().waitFor()
      },
      'scroll by wheel': async () => {
        await lines.first().hover()
        for (let step = 0; step < 60; step++) {
          await page.mouse.wheel(0, WHEEL_PX)
          await page.waitForTimeout(WHEEL_EVERY_MS)
        }
      },
      'jump to the end and back': async () => {
        await lines.and(page.locator('[tabindex="0"]')).first().focus()
        for (const key of ['End', 'Home', 'End', 'PageUp', 'PageUp', 'Home']) await page.keyboard.press(key, { delay: 200 })
      },
      'find, letter by letter': async () => {
        await page.keyboard.press('Control+f')
        await page.keyboard.type('import', { delay: 90 })
        await page
          .getByText(/^\d+ of \d+$/)
          .first()
          .waitFor()
      },
      'next match, twenty times': async () => {
        for (let step = 0; step < 20; step++) await page.keyboard.press('Enter', { delay: 60 })
      },
    }
    const { segments } = await app.sotto.client.notes.show({ id: noteId })
    console.log(
      `${segments.length} entries\ntask with most CPU time (wall time) · tasks with ${LONG_MS} ms of it · with ${LONG_MS} ms of wall time · all · while`,
    )
    for (const [name, act] of Object.entries(phases)) {
      const tasks = tasksIn(await traced(browser, page, act))
      const [hardest] = tasks
      const counts = [tasks.filter(({ cpuMs }) => cpuMs >= LONG_MS), tasks.filter(({ ms }) => ms >= LONG_MS), tasks]
      console.log(`${inMs(hardest?.cpuMs)} (${inMs(hardest?.ms)}) ${counts.map(({ length }) => String(length).padStart(5)).join('')}   ${name}`)
      for (const { cpuMs, doing } of tasks.slice(0, 3)) if (cpuMs >= LONG_MS / 2) console.log(`      ${inMs(cpuMs)}: ${doing}`)
    }
  } finally {
    await app.close()
    await browser.close()
  }
}

const inMs = (ms = 0): string => `${ms.toFixed(1).padStart(6)} ms`
