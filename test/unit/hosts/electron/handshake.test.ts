import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SottoClient } from '../../../../src-renderer/rpc/client.ts'
import { askPort, startElectron } from '../../../support/electron-host.ts'

/**
 * From the page's question to the answer of the core: the page's client, the preload script and the main process together.
 * The page is an EventTarget with the few members of a window that the two scripts use. They are loaded by name, since
 * their types are a browser's.
 */
const PRELOAD = '../../../../src-main/hosts/electron/preload.ts'
const CLIENT = '../../../../src-renderer/rpc/connect.ts'

class Page extends EventTarget {
  readonly location = { protocol: 'app:', origin: 'app://sotto', hash: '', pathname: '/' }
  readonly seen: unknown[] = []

  readonly postMessage = (data: unknown, origin: string, ports: MessagePort[] = []): void => {
    if (origin !== this.location.origin) throw new Error('A message for anybody.')
    this.seen.push(data)
    this.bring(data, ports, this)
  }

  bring(data: unknown, ports: readonly MessagePort[], source: unknown): void {
    setImmediate(() => this.dispatchEvent(Object.assign(new Event('message'), { data, ports, source })))
  }
}

let started: Awaited<ReturnType<typeof startElectron>>
let page: Page

beforeEach(async () => {
  started = await startElectron()
  page = new Page()
  vi.stubGlobal('window', page)
  vi.stubGlobal('location', page.location)
  vi.stubGlobal('postMessage', page.postMessage)
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
})
afterEach(async () => {
  vi.unstubAllGlobals()
  await started.remove()
})

/** What Electron does between its two processes: questions one way, ports the other. */
async function carry(): Promise<void> {
  const { control } = started
  const { contents: sender, mainFrame: frame } = await started.opened()
  const question = await vi.waitFor(() => control.sent.shift() ?? Promise.reject(new Error('nothing sent')))
  expect(question.channel).toBe('sotto.port')
  const port = askPort(control, question.message, { sender, frame })
  if (port === undefined) throw new Error('no answer')
  control.ipcPage.emit('sotto.port', { ports: [port] }, question.message)
}

describe('the handshake', () => {
  it('brings the page to the core', async () => {
    await import(PRELOAD)
    const { connect } = (await import(CLIENT)) as { connect(): Promise<SottoClient> } // loaded by name, see above
    const connecting = connect()
    await carry()
    const client = await connecting
    expect(await client.system.status({})).toMatchObject({ state: 'absent' })
    expect(page.seen).toEqual(['sotto.rpc', 'sotto.rpc'])
  })

  it('passes on no other word, and no question of a frame inside the page', async () => {
    await import(PRELOAD)
    const { port1, port2 } = new MessageChannel()
    for (const data of ['sotto.other', 'rpc', null, { purpose: 'sotto.rpc' }]) page.bring(data, [], page)
    page.bring('sotto.rpc', [], new Page())
    page.bring('sotto.rpc', [port1], page)
    page.bring('sotto.files', [], page) // the last one, and the only one that passes
    await vi.waitFor(() => expect(started.control.sent).toEqual([{ channel: 'sotto.port', message: 'sotto.files' }]))
    started.control.ipcPage.emit('sotto.port', { ports: [port2] }, 'sotto.other')
    expect(page.seen).toEqual([])
    port1.close()
  })
})
