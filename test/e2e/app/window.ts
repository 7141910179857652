import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { RPCHandler } from '@orpc/server/websocket'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { createSotto, type Sotto, type SottoOptions } from '../../../src-main/core/sotto.ts'
import { FakeLive } from '../../fakes/recorder/live.ts'
import { FakeRecorder } from '../../fakes/recorder/recorder.ts'
import type { RecorderDesk } from '../../../src-main/hosts/supervisor/recorder/desk.ts'
import { serveHere, tokenIn } from '../../support/browser-host.ts'
import { SPEECH_MODEL } from '../../support/sotto.ts'

/**
 * The app as a person has it: the core in a folder of its own, the browser host, and a page. Whatever must not happen is
 * collected: complaints of the console and of the policy, errors, requests to anywhere but the host.
 */
export class AppWindow {
  readonly page: Page
  readonly sotto: Sotto
  /** In the place of the process that records: what it says is up to the test. */
  readonly recorder = new FakeRecorder()
  /** Beside it, in the core's place: what is heard of what it records. */
  readonly live: FakeLive
  readonly complaints: string[] = []
  readonly #host: Awaited<ReturnType<typeof serveHere>>
  /** The data directory. */
  readonly dir: string

  private constructor(page: Page, sotto: Sotto, host: Awaited<ReturnType<typeof serveHere>>, dir: string, live: FakeLive) {
    this.page = page
    this.sotto = sotto
    this.#host = host
    this.dir = dir
    this.live = live
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.complaints.push(`console: ${message.text()}`)
    })
    page.on('pageerror', (error) => this.complaints.push(`error: ${error.message}`))
    page.on('request', (request) => {
      const { protocol, host: to } = new URL(request.url())
      if (protocol !== 'data:' && protocol !== 'blob:' && to !== new URL(host.url).host) this.complaints.push(`request to ${to}`)
    })
    page.on('websocket', (socket) => {
      if (new URL(socket.url()).host !== new URL(host.url).host) this.complaints.push(`socket to ${socket.url()}`)
    })
  }

  async #serveRecorder(): Promise<void> {
    const handler = new RPCHandler(this.recorder.router)
    await this.page.routeWebSocket(/\/recorder$/, (socket) => {
      const send = (data: string | ArrayBufferLike | Blob | ArrayBufferView): void => {
        if (typeof data !== 'string') throw new TypeError('the recorder speaks text')
        socket.send(data)
      }
      const end = { addEventListener: () => undefined, send }
      socket.onMessage((data) => void handler.message(end, String(data)))
      socket.onClose(() => handler.close(end))
    })
  }

  /**
   * @param assetsDir the built page
   * @param records whether the page has the recorder beside the core, or one that does what the test says
   */
  static async open(
    browser: Browser,
    assetsDir: string,
    core: Partial<SottoOptions> = {},
    look: BrowserContextOptions = {},
    records: 'for-show' | 'really' = 'for-show',
  ): Promise<AppWindow> {
    const dir = mkdtempSync(join(tmpdir(), 'sotto-e2e-'))
    const sotto = createSotto({ dir, version: 'test', kdfCost: { opsLimit: 1, memLimitBytes: 8192 }, speechModel: SPEECH_MODEL, ...core })
    const live = new FakeLive(sotto.client)
    const host = await serveHere(sotto, { assetsDir, dir, ...(records === 'for-show' && { router: live.in(sotto.router) }) })
    const context = await browser.newContext({
      viewport: { width: 1180, height: 800 },
      locale: 'en-GB',
      reducedMotion: 'reduce',
      permissions: ['clipboard-write', 'clipboard-read'],
      ...look,
    })
    const window = new AppWindow(await context.newPage(), sotto, host, dir, live)
    if (records === 'for-show') await window.#serveRecorder()
    await window.enter()
    return window
  }

  /** Opens the page with a fresh single-use token. */
  async enter(): Promise<void> {
    await this.page.goto('about:blank')
    await this.page.goto(`${this.#host.url}#${tokenIn(this.#host.openFile())}`)
  }

  /** The page without a way in. */
  async enterWithoutToken(): Promise<void> {
    await this.page.goto('about:blank')
    await this.page.goto(this.#host.url)
  }

  /**
   * What the engine calls the only meeting of its kind, once it has been summarised: a better engine finds better titles, and no
   * test may hang on one.
   */
  async titleOf(kind: 'transcript' | 'recording'): Promise<string> {
    for (;;) {
      const notes = (await this.sotto.client.notes.list({})).filter(({ format }) => (format === 'recording') === (kind === 'recording'))
      const [note] = notes
      if (notes.length > 1) throw new Error(`more than one ${kind}`)
      if (note?.state === 'ready' && note.title !== null) return note.title
      await setTimeout(50)
    }
  }

  /** Everything the page shows or holds in its tree, its title included. */
  async everythingInPage(): Promise<string> {
    for (;;) {
      try {
        return `${await this.page.title()}\n${await this.page.content()}`
      } catch (thrown) {
        // On a busy machine a page that empties itself may still be on its way to the next.
        if (!/navigat/.test(String(thrown))) throw thrown
        await this.page.waitForLoadState()
      }
    }
  }

  /** The recorder beside the core, where it records really. */
  get desk(): RecorderDesk {
    return this.#host.recorder
  }

  endHost(): Promise<void> {
    return this.#host.close()
  }

  async close(): Promise<void> {
    await this.page.context().close()
    await this.#host.close()
    await this.sotto.close()
    rmSync(this.dir, { recursive: true, force: true, maxRetries: 3 })
  }
}
