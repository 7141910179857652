import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Locator, Page } from 'playwright-core'
import { ownLineIdSchema } from '../../../src-shared/domain/own-line.ts'
import { IDLE, RECORDING_ID, session } from '../../fakes/recorder/recorder.ts'
import { FirstMinutes, Library, Lock } from './pages.ts'
import type { AppWindow } from './window.ts'

const file = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))
const PASSPHRASE = 'four unrelated words'
const day = (ago: number): string => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)

/** Meetings that fill the library: a file, and how many days ago it was. */
const MEETINGS = [
  ['resources/demo/weekly-product-sync.vtt', 0, '09:30'],
  ['test/fixtures/transcripts/zoom.vtt', 1, '14:02'],
  ['test/fixtures/transcripts/otter.txt', 1, '11:15'],
  ['test/fixtures/transcripts/google-meet.txt', 3, '16:00'],
  ['test/fixtures/transcripts/teams.vtt', 9, '10:00'],
] as const

const WIDE = { width: 1180, height: 800 }
/** What 400 % leaves of a small window. */
const NARROW = { width: 320, height: 720 }

interface Stage {
  readonly app: AppWindow
  readonly page: Page
  /** Called at every state, which has a name fit for a file. */
  at(name: string): Promise<void>
}

/** Through every screen and state, in the order a person meets them. */
export async function walk({ app, page, at }: Stage): Promise<void> {
  const first = new FirstMinutes(page)
  const library = new Library(page)
  const lock = new Lock(page)
  const narrow = async (name: string): Promise<void> => {
    await page.setViewportSize(NARROW)
    await at(`${name}-320`)
    await page.setViewportSize(WIDE)
  }
  await first.create.waitFor()
  await at('01-welcome')
  await first.passphrase.fill('horse')
  await first.create.click()
  await at('02-welcome-short')
  await first.passphrase.fill(PASSPHRASE)
  await first.again.fill(PASSPHRASE)
  await at('03-welcome-good')
  await first.create.click()
  await first.words.first().waitFor()
  await at('04-recovery-words')
  await page.getByText('I have written them down').click()
  await page.getByRole('button', { name: 'Open my notebook' }).click()
  await library.heading.waitFor()
  await page.getByRole('heading', { name: 'No meetings yet' }).waitFor()
  await at('05-library-empty')

  for (const [path, ago, time] of MEETINGS) {
    const { noteId } = await app.sotto.client.notes.import({
      file: new File([readFileSync(file(path))], path.slice(path.lastIndexOf('/') + 1)),
      participants: [],
      date: `${day(ago)}T${time}:00`,
    })
    await Array.fromAsync(await app.sotto.client.jobs.watch({ noteId }))
  }
  await library.importFiles([
    file('test/fixtures/speech/silence.wav'),
    file('test/fixtures/speech/meeting-planning.wav'),
    file('test/fixtures/speech/meeting-launch.wav'),
    file('resources/icons/tray.png'),
  ])
  await library.rows.getByText('Transcribing').first().waitFor()
  await page.getByText('was not imported').first().waitFor()
  await at('06-library-working')
  await library.rows.nth(0).hover()
  await page.getByRole('button', { name: /^Cancel the work on/ }).last().click()
  await page.getByText('Cancelled. What was').waitFor()
  for (const stage of ['Waiting its turn', 'Transcribing', 'Summarising']) {
    await expectNone(library.rows.getByText(stage))
  }
  await at('07-library')
  await narrow('08-library')
  await page.setViewportSize(NARROW)
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await at('09-menu-320')
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.setViewportSize(WIDE)
  await library.rows.nth(4).hover()
  await library.rows.nth(4).getByRole('button', { name: /^Select/ }).click()
  await library.rows.nth(5).hover()
  await library.rows.nth(5).getByRole('button', { name: /^Select/ }).click()
  await at('10-selection')
  await page.getByRole('button', { name: /^Delete 2 meetings/ }).click()
  await page.getByRole('button', { name: 'Undo' }).waitFor()
  await at('11-deleted')
  await page.getByRole('button', { name: 'Undo' }).click()
  await library.search.fill('customer')
  await page.getByText(/places? found/).first().waitFor()
  await at('12-search')
  await library.search.fill('xylophone')
  await page.getByRole('heading', { name: /Nothing found/ }).waitFor()
  await at('13-search-nothing')
  await library.search.fill('')
  const asking = page.getByRole('region', { name: 'Ask your notes' })
  await asking.getByRole('textbox').fill('When do we launch?')
  await page.keyboard.press('Enter')
  await asking.getByRole('heading', { name: 'Answer' }).waitFor()
  await at('13-ask')
  await narrow('13-ask')
  await asking.getByRole('textbox').fill('Which bridge is closed for repairs?')
  await page.keyboard.press('Enter')
  await asking.getByRole('heading', { name: 'Not in your notes' }).waitFor()
  await at('13-ask-nothing')
  await asking.getByRole('textbox').press('Escape')
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await at('14-palette')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+/')
  await page.getByRole('dialog').waitFor()
  await at('15-shortcuts')
  await page.keyboard.press('Escape')
  await writeDown(app)
  await library.row('09:30').click()
  await page.getByRole('heading', { level: 2 }).first().waitFor()
  await at('16-note')
  await narrow('16-note')

  for (const [number, place] of [['17', 'Action items'], ['18', 'Privacy'], ['19', 'Models'], ['19', 'Settings']] as const) {
    await page.getByRole('navigation').getByRole('link', { name: place }).click()
    await page.getByRole('heading', { level: 1, name: place }).waitFor()
    const name = `${number}-${place.toLowerCase().replace(' ', '-')}`
    await at(name)
    await narrow(name)
  }
  await recording({ app, page, at }, narrow)
  await page.getByRole('button', { name: 'Lock' }).click()
  await lock.heading.waitFor()
  await page.getByText('Recording continues: 14:32').waitFor()
  await at('20-locked-recording')
  app.recorder.becomes(IDLE)
  await page.getByText('Recording continues').waitFor({ state: 'detached' })
  await at('20-locked')
  for (let time = 0; time < 6 && !(await page.getByText(/next try/).first().isVisible()); time++) {
    await lock.passphrase.fill(`not this one ${time}`)
    await lock.unlock.click()
    await page.getByText('That is not the passphrase').first().waitFor()
  }
  await page.mouse.move(0, 0) // off the button, whose tooltip says the same once more
  await at('21-wrong')
  await page.getByRole('button', { name: 'Forgot it?' }).click()
  await at('22-recover')
  await app.enterWithoutToken()
  await page.getByText('cannot reach').waitFor()
  await at('23-not-connected')
}

/** Lines of somebody's own, one that the meeting bears out and one that it does not. */
async function writeDown({ sotto: { client } }: AppWindow): Promise<void> {
  const note = (await client.notes.list({})).find(({ date }) => date.endsWith('T09:30:00'))
  if (note === undefined) throw new Error('the first meeting is there')
  const line = (text: string, atMs: number | null) => ({ id: ownLineIdSchema.parse(crypto.randomUUID()), atMs, text })
  const put = [line('launch date', 240_000), line('holiday calendar of the marketing team', null)]
  await client.ownNotes.save({ id: note.id, put })
  await client.notes.resummarize({ id: note.id, params: {} })
  await Array.fromAsync(await client.jobs.watch({ noteId: note.id }))
}

/** From a meeting that is described to one that is recorded, with all that can be wrong. */
async function recording({ app, page, at }: Stage, narrow: (name: string) => Promise<void>): Promise<void> {
  const { recorder, live } = app
  live.noteId = (await app.sotto.client.notes.list({}))[0]?.id ?? null
  await page.getByRole('navigation').getByRole('button', { name: 'Record', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Record a meeting' }).waitFor()
  await at('24-record')
  await narrow('24-record')
  recorder.becomes(session({ source: 'waiting', recordedMs: 0, levels: [-100, -100] }))
  await page.getByRole('heading', { name: 'Waiting for sound' }).waitFor()
  await at('25-record-waiting')
  recorder.becomes(session({ marks: [4_000] }))
  live.says({ kind: 'segment', id: 0, speaker: 'me', startMs: 0, endMs: 900, text: 'We call [PERSON_1] today.' })
  live.says({ kind: 'provisional', speaker: 'others', startMs: 1_000, text: 'and then' }, { kind: 'behind', ms: 12_000 })
  await page.getByText('and then').waitFor()
  await page.getByRole('textbox', { name: 'Your notes' }).fill('launch: which day?\nask about the invoice')
  await page.getByText('Saved on this computer').waitFor()
  await at('26-record-live')
  await narrow('26-record-live')
  recorder.becomes(session({ problem: 'microphone-denied', source: 'lost', lowDiskMinutes: 3, quietMs: 400_000, muted: ['others'] }))
  await page.getByText('The microphone may not be used').first().waitFor()
  await at('27-record-troubles')
  await narrow('27-record-troubles')
  await page.keyboard.press('Control+Shift+R')
  await page.getByRole('alertdialog').waitFor()
  await at('28-record-stop')
  await page.keyboard.press('Escape')
  recorder.becomes({ state: 'idle', last: { recordingId: RECORDING_ID, recordedMs: 872_000, endedBy: 'disk-full' } })
  await page.getByText('The recording stopped: the disk is full').first().waitFor()
  await at('29-record-ended')
  recorder.becomes(session())
  await page.getByRole('region', { name: 'Recorder' }).getByText('14:32').waitFor()
}

/** Waits until nothing of it is there any more. */
async function expectNone(what: Locator): Promise<void> {
  while ((await what.count()) > 0) await what.first().waitFor({ state: 'detached', timeout: 60_000 })
}
