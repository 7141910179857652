import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { chromium, type Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { showOutput } from '../../../src-main/hosts/supervisor/recorder/output-monitor.ts'
import { serveHere, tokenIn } from '../../support/browser-host.ts'
import { openSotto } from '../../support/sotto.ts'
import { countedWords, referenceOf, wordErrors } from '../../unit/speech/recording.ts'
import { buildPage } from './build-page.ts'

/**
 * A sound server of its own, with outputs that nobody hears: one plays a meeting, the other stands behind the microphone. Chromium as it
 * is, without its made-up devices; a person presses nothing but Record.
 */
const run = promisify(execFile)
const hasServer = spawnSync('pulseaudio', ['--version']).status === 0 && spawnSync('pactl', ['--version']).status === 0
const file = (name: string): string => fileURLToPath(new URL(`../../fixtures/speech/${name}.wav`, import.meta.url))

describe.skipIf(!hasServer)('what the computer plays, on Linux (needs PulseAudio and pactl)', () => {
  /** A container may forbid what a sound server needs. */
  let isUp = false
  let folder = ''
  let assets = ''
  let server: ChildProcess
  let browser: Browser
  let opened: Awaited<ReturnType<typeof openSotto>>
  let host: Awaited<ReturnType<typeof serveHere>>
  const pactl = async (...words: string[]): Promise<string> => (await run('pactl', words)).stdout
  /** What the list of streams has of one that listens to this source. */
  const listensTo = async (name: string): Promise<RegExp> => {
    const source = (await pactl('list', 'short', 'sources')).split('\n').find((line) => line.includes(name))?.split('\t')[0]
    return new RegExp(`Source: ${source ?? 'none'}$`, 'm')
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sotto-sound-'))
    const socket = join(folder, 'native')
    vi.stubEnv('PULSE_SERVER', `unix:${socket}`)
    vi.stubEnv('XDG_RUNTIME_DIR', folder)
    const modules = [
      `module-native-protocol-unix socket=${socket} auth-anonymous=1`,
      'module-null-sink sink_name=speakers rate=48000',
      'module-null-sink sink_name=headphones rate=48000',
      'module-null-sink sink_name=voice rate=48000',
      'module-remap-source master=voice.monitor source_name=microphone source_properties=device.description=Microphone',
    ]
    const load = modules.flatMap((words) => ['-L', words])
    server = spawn('pulseaudio', ['-n', '--daemonize=no', '--exit-idle-time=-1', '--use-pid-file=no', ...load], {
      stdio: 'ignore', env: { ...process.env, HOME: folder },
    })
    isUp = await vi.waitFor(() => pactl('set-default-sink', 'speakers'), 30_000).then(() => true, () => false)
    if (isUp) await pactl('set-default-source', 'microphone')
    assets = await buildPage()
    opened = await openSotto()
    host = await serveHere(opened.sotto, { assetsDir: assets, dir: opened.dir, output: showOutput })
    const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'], ignoreDefaultArgs: ['--mute-audio'] })
  })
  afterAll(async () => {
    await browser.close()
    await host.close()
    await opened.remove()
    server.kill()
    vi.unstubAllEnvs()
    rmSync(assets, { recursive: true, force: true })
    rmSync(folder, { recursive: true, force: true })
  })

  // One at a time: what failed is not in the way of another try.
  afterEach(async () => {
    if (host.recorder.state.state !== 'idle') await host.recorder.stop()
  })

  it('is recorded as the others, without a click, and the input for it is gone afterwards', async ({ skip }) => {
    skip(!isUp, 'the sound server did not begin')
    const { client } = opened
    await pactl('set-default-sink', 'speakers') // another try may have left the headphones on
    const context = await browser.newContext({ locale: 'en-GB', permissions: ['microphone'] })
    const app = await context.newPage()
    const token = (): string => tokenIn(host.openFile())
    await app.goto(`${host.url}#${token()}`)
    const began = performance.now()
    const recordingId = await host.recorder.start({ channels: 2 })
    expect(await pactl('list', 'short', 'sources')).toContain('sotto_output')
    const [tab] = await Promise.all([context.waitForEvent('page'), app.evaluate((to) => void open(to, '_blank', 'noopener'), `/capture.html#${token()}`)])
    await tab.getByText('computer’s sound').first().waitFor()
    await vi.waitFor(() => expect(host.recorder.state).toMatchObject({ source: 'live', problem: null }), 30_000)
    const { noteId } = await client.recordings.follow({ recordingId })
    await run('paplay', ['--device=speakers', file('meeting-launch')])
    await run('paplay', ['--device=voice', file('two-actions')])
    // Somebody puts on headphones.
    await pactl('set-default-sink', 'headphones')
    await vi.waitFor(async () => expect(await pactl('list', 'source-outputs')).toMatch(await listensTo('headphones.monitor')), 10_000)
    await run('paplay', ['--device=headphones', file('decision')])
    await host.recorder.stop()
    const lasted = performance.now() - began
    await vi.waitFor(async () => expect(await pactl('list', 'short', 'sources')).not.toContain('sotto_output'), 10_000)

    await vi.waitFor(async () => expect(await client.notes.show({ id: noteId })).toMatchObject({ state: 'ready' }), 120_000)
    const { segments, durationMs } = await client.notes.show({ id: noteId, reveal: true })
    // A device that comes to know its latency late, as after another output was chosen, makes nothing longer than it was.
    expect(durationMs ?? Infinity).toBeLessThan(lasted)
    const wrong = (speaker: string, ...names: string[]): string => {
      const said = countedWords(names.map((name) => referenceOf(name).text).join(' '))
      const heard = countedWords(segments.flatMap((segment) => (segment.speaker === speaker ? segment.text : [])).join(' '))
      const errors = wordErrors(said, heard)
      console.info(`${speaker}: ${said.length} words, ${errors} wrong`)
      // A busy machine's sound server skips; what a side that is not heard, or the other one, would say is nearly all wrong.
      return errors / said.length < 0.25 ? 'few' : `${errors} of ${said.length}: ${heard.join(' ')}`
    }
    expect(wrong('Speaker 2', 'meeting-launch', 'decision')).toBe('few')
    expect(wrong('Speaker 1', 'two-actions')).toBe('few')
  }, 300_000)
})
