import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { openWithPassphrase } from '../../src-main/core/keys/index.ts'
import { buildPage } from '../../test/e2e/app/build-page.ts'
import { captureSurely } from '../../test/e2e/app/sure-capture.ts'
import { launchChromium, withMicrophone } from '../../test/e2e/kit/browser.ts'
import { serveHere, tokenIn } from '../../test/support/browser-host.ts'
import { burn } from '../../test/support/burn.ts'
import { likeness, writeFakeMicrophone, type Block } from '../../test/support/fake-microphone.ts'
import { readRecorded } from '../../test/support/recorded.ts'
import { openSotto, PASSPHRASE } from '../../test/support/sotto.ts'
import { noise } from '../../test/support/sure-source.ts'

/**
 * `npm run bench -- capture [--quick]`: a minute of noise on its way to the disk in Chromium, while two and four processes keep every
 * processor busy. First from a source in the page that cannot lose anything, on both sides: what is missing is ours. Then from Chromium's
 * fake microphone, which leaves out turns of 10 ms when it has none: what it never made is a gap that is told, and what it made is there.
 */
export async function benchCapture({ quick }: { quick: boolean }): Promise<void> {
  const assets = await buildPage()
  const seconds = quick ? 15 : 60
  const loads = quick ? [2] : [0, 2, 4]
  const browser = await launchChromium().catch(() => null)
  if (browser === null) return console.log('There is no Chromium here to capture with (CHROMIUM names one); skipped.')
  const sure: Record<string, unknown>[] = []
  try {
    for (const busy of loads) {
      const { made, me, others } = await captureSurely(browser, assets, seconds, busy)
      for (const [name, { blocks, made: halfSeconds }] of Object.entries({ microphone: me, computer: others })) {
        const lost = missing(blocks, blocks[0]?.lag ?? 0)
        const found = `${blocks.length} of ${halfSeconds}`
        sure.push({ 'busy processes': busy, side: name, 'samples made': made, 'on the disk': made - lost, lost, 'half seconds found': found })
      }
    }
  } finally {
    await browser.close()
  }
  console.log('from a source that loses nothing')
  console.table(sure)

  const device: Record<string, unknown>[] = []
  for (const busy of loads) device.push(await fromDevice(assets, seconds, busy))
  console.log('from Chromium’s fake microphone')
  console.table(device)
}

/** Samples that the source made between two half seconds and that are not between them on the disk; two are the way through two rates. */
function missing(blocks: readonly Block[], lag: number): number {
  let lost = 0
  for (const block of blocks) {
    if (lag - block.lag > 2) lost += lag - block.lag
    lag = block.lag
  }
  return lost
}

async function fromDevice(assetsDir: string, seconds: number, busy: number): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'sotto-bench-capture-'))
  const said = noise(seconds * 16_000, 1)
  writeFakeMicrophone(join(folder, 'microphone.wav'), said, 6, 600)
  const opened = await openSotto()
  const host = await serveHere(opened.sotto, { assetsDir, dir: opened.dir })
  const browser = await launchChromium(withMicrophone(join(folder, 'microphone.wav')))
  let relieve = (): void => undefined
  try {
    const context = await browser.newContext({ locale: 'en-GB', permissions: ['microphone'] })
    const app = await context.newPage()
    await app.goto(`${host.url}#${tokenIn(host.openFile())}`)
    await host.recorder.start({ channels: 1 })
    await app.evaluate(`void open('/capture.html#${tokenIn(host.openFile())}', '_blank', 'noopener')`)
    const reaches = async (ms: number): Promise<void> => {
      while (host.recorder.state.state !== 'idle' && host.recorder.state.recordedMs < ms) await setTimeout(100)
    }
    await reaches(3_000)
    relieve = burn(busy)
    await reaches((seconds + 12) * 1_000)
    relieve()
    // Sound that was late has come by now.
    await setTimeout(25_000)
    const shown = host.recorder.state
    await host.recorder.stop()
    const keys = await openWithPassphrase(opened.dir, PASSPHRASE, { now: () => opened.clock.ms })
    const { recording, sound } = await readRecorded(opened.dir, (sealed) => keys.openRecordingSeal(sealed)).finally(() => keys.close())
    const blocks = likeness(sound[0] ?? new Int16Array(), said)
    const lost = missing(blocks, blocks[0]?.lag ?? 0)
    const told = (reason: string): number => recording.gaps.filter((gap) => gap.reason === reason).reduce((ms, gap) => ms + gap.ms, 0)
    return {
      'busy processes': busy,
      'samples made': said.length,
      'on the disk': said.length - lost,
      lost,
      'half seconds found': `${blocks.length} of ${seconds * 2 - 2}`,
      'never made by the device, told ms': told('device'),
      'other gaps ms': told('lost') + told('slept'),
      'recorded ms at the end': shown.state === 'idle' ? 0 : shown.recordedMs,
    }
  } finally {
    relieve()
    await browser.close()
    await host.close()
    await opened.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}
