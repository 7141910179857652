import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import type { SottoClient } from '../../../../src-renderer/rpc/client.ts'
import type { HandedOver } from '../../../../src-shared/wire/hand-over.ts'
import type { BrowserHost } from '../../../../src-main/hosts/browser/server.ts'
import { canaryMeeting } from '../../../support/canaries.ts'
import { servePage, tokenIn } from '../../../support/browser-host.ts'
import { openSotto } from '../../../support/sotto.ts'

/** The page's own client against the real host; only what a browser would bring is put in place. Loaded by name, for its types are a browser's. */
const CLIENT = '../../../../src-renderer/rpc/connect.ts'
interface Client {
  connect(): Promise<SottoClient>
  whenGone(): Promise<string>
  startAfresh(): Promise<void>
  handOver(file: File): Promise<HandedOver>
}

let opened: Awaited<ReturnType<typeof openSotto>>
let host: BrowserHost
let address: URL
const replace = vi.fn<(to: string) => void>((to) => void (address = new URL(to, address)))

beforeAll(async () => {
  opened = await openSotto()
})
afterAll(() => opened.remove())

beforeEach(async () => {
  host = await servePage(opened.sotto)
  address = new URL(host.url)
  const { origin } = address
  class PageSocket extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols, { origin })
    }
  }
  const { fetch } = globalThis
  const asPage = (path: string, init: RequestInit): Promise<Response> => fetch(new URL(path, origin), { ...init, headers: { origin } })
  vi.stubGlobal('WebSocket', PageSocket)
  vi.stubGlobal('history', { replaceState: (_: unknown, __: string, to: string) => void (address = new URL(to, origin)) })
  vi.stubGlobal('location', {
    protocol: 'http:',
    get hash() {
      return address.hash
    },
    get pathname() {
      return address.pathname
    },
    host: address.host,
    replace,
  })
  vi.stubGlobal('fetch', asPage)
})
afterEach(async () => {
  vi.unstubAllGlobals()
  await host.close()
})

/** A page just loaded at an address. */
async function load(hash: string): Promise<Client> {
  address.hash = hash
  vi.resetModules()
  return (await import(CLIENT)) as Client // loaded by name, see above
}

describe('a page in the browser', () => {
  it('comes in with its token, which is gone from the address before it is used', async () => {
    const page = await load(tokenIn(host.openFile()))
    const connecting = page.connect()
    expect(address.hash).toBe('')
    expect(await (await connecting).system.status({})).toMatchObject({ state: 'unlocked' })
    const { noteId } = await page.handOver(new File([canaryMeeting(5)], 'a.vtt'))
    expect((await (await page.connect()).notes.list({})).map(({ id }) => id)).toContain(noteId)
  })

  it('loses its way with a reload, and keeps it when it starts afresh', async () => {
    const page = await load(tokenIn(host.openFile()))
    await page.connect()
    const reloaded = await load('/notes')
    await expect(reloaded.connect()).rejects.toMatchObject({ code: 'NOT_CONNECTED', params: { reason: 'no-token' } })
    expect(address.hash).toBe('#/notes') // a place within the page, which is left alone
    await Promise.all([page.startAfresh(), page.startAfresh()])
    expect(replace).toHaveBeenCalledOnce()
    expect(address.pathname).toBe('/afresh')
    const fresh = await load(address.hash)
    expect(await (await fresh.connect()).system.status({})).toMatchObject({ state: 'unlocked' })
  })

  it('says when its token was used before', async () => {
    const token = tokenIn(host.openFile())
    await (await load(token)).connect()
    const again = await load(token)
    await expect(again.connect()).rejects.toMatchObject({ code: 'NOT_CONNECTED', params: { reason: 'token-used' } })
  })

  it('says when the app has gone, also to calls under way', async () => {
    const page = await load(tokenIn(host.openFile()))
    const client = await page.connect()
    const call = client.system.status({})
    const settled = call.catch((thrown: unknown) => thrown)
    await host.close()
    expect(await page.whenGone()).toBe('ended')
    await expect(page.startAfresh()).rejects.toMatchObject({ code: 'NOT_CONNECTED' })
    await settled
    await expect(client.system.status({})).rejects.toMatchObject({ code: 'NOT_CONNECTED', params: { reason: 'gone' } })
    await expect(page.handOver(new File(['x'], 'a.vtt'))).rejects.toMatchObject({ code: 'NOT_CONNECTED' })
  })
})
