import { setTimeout } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { openWithPassphrase } from '../../../src-main/core/keys/index.ts'
import type { Gap } from '../../../src-shared/domain/recorder.ts'
import { serveHere, tokenIn } from '../../support/browser-host.ts'
import { burn } from '../../support/burn.ts'
import { likeness, type Block } from '../../support/fake-microphone.ts'
import { readRecorded } from '../../support/recorded.ts'
import { openSotto, PASSPHRASE } from '../../support/sotto.ts'
import { noise, sureSource } from '../../support/sure-source.ts'

export interface SureSide {
  /** Half seconds, each where it lies in the recording. */
  readonly blocks: readonly Block[]
  /** How many of its half seconds the source made. */
  readonly made: number
}
export interface SureCapture {
  /** Samples each source gave its track. */
  readonly made: number
  /** Samples of the recording that the source made, and those of them that are missing on the disk, or are not where they belong. */
  readonly me: SureSide
  readonly others: SureSide
  readonly samples: number
  readonly gaps: readonly Gap[]
}

/**
 * Two sources that cannot lose anything themselves, recorded to the disk while processes beside it keep processors busy.
 * @param seconds of each source
 * @param busy processes
 */
export async function captureSurely(browser: Browser, assetsDir: string, seconds: number, busy: number): Promise<SureCapture> {
  const opened = await openSotto()
  const host = await serveHere(opened.sotto, { assetsDir, dir: opened.dir })
  const context = await browser.newContext({ locale: 'en-GB' })
  let relieve = (): void => undefined
  try {
    await context.addInitScript({ content: sureSource(seconds) })
    const token = (): string => tokenIn(host.openFile())
    const app = await context.newPage()
    await app.goto(`${host.url}#${token()}`)
    await host.recorder.start({ channels: 2 })
    relieve = burn(busy)
    const [tab] = await Promise.all([context.waitForEvent('page'), app.evaluate(`void open('/capture.html#${token()}', '_blank', 'noopener')`)])
    await tab.getByRole('button', { name: 'Add this computer’s sound' }).click({ timeout: 60_000 })
    const made = (): Promise<Partial<Record<'me' | 'others', number>>> => tab.evaluate('globalThis.sureSamples')
    let given = await made()
    for (; Math.min(given.me ?? 0, given.others ?? 0) < seconds * 16_000; given = await made()) await setTimeout(500)
    // The microphone's count is the recording's.
    while (recordedMs(host.recorder.state) < (given.me ?? 0) / 16) await setTimeout(200)
    await host.recorder.stop()
    relieve()
    const keys = await openWithPassphrase(opened.dir, PASSPHRASE, { now: () => opened.clock.ms })
    const { recording, sound } = await readRecorded(opened.dir, (sealed) => keys.openRecordingSeal(sealed)).finally(() => keys.close())
    const side = (channel: number): SureSide => {
      const blocks = likeness(sound[channel] ?? new Int16Array(), noise(seconds * 16_000, channel + 1))
      return { blocks, made: seconds * 2 - 2 }
    }
    return { made: seconds * 16_000, me: side(0), others: side(1), samples: recording.part.samples, gaps: recording.gaps }
  } finally {
    relieve()
    await context.close()
    await host.close()
    await opened.remove()
  }
}

const recordedMs = (state: { readonly state: string; readonly recordedMs?: number }): number => state.recordedMs ?? 0
