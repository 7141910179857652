import { existsSync, statSync } from 'node:fs'
import { request, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { dirname } from 'node:path'
import { WebSocket } from 'ws'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MAX_FRAME_BYTES } from '../../../../src-shared/wire/sound.ts'
import type { BrowserHost } from '../../../../src-main/hosts/browser/server.ts'
import { openSession, servePage, tokenIn } from '../../../support/browser-host.ts'
import { openSotto } from '../../../support/sotto.ts'

/** Everything here goes over real sockets, with the headers that a browser or an attacker's page would send. */
let opened: Awaited<ReturnType<typeof openSotto>>
let host: BrowserHost
let origin = ''
let authority = ''

beforeAll(async () => {
  opened = await openSotto()
  host = await servePage(opened.sotto, { maxMessageBytes: 64 * 1024 })
  ;({ origin, host: authority } = new URL(host.url))
})
afterAll(async () => {
  await host.close()
  await opened.remove()
})

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** fetch() sets Host by itself and tidies paths; an attacker does neither. */
const ask = (path: string, { method = 'GET', headers = {}, body = '', at = host }: Ask = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(at.url)
    const asked = request({ host: '127.0.0.1', port, path, method, headers: { host: `127.0.0.1:${port}`, ...headers } }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (piece: string) => (text += piece))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }))
    })
    asked.on('error', reject).end(body)
  })
interface Ask {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string
  readonly at?: BrowserHost
}

const exchange = (token: string, headers: Record<string, string> = { origin }): Promise<Answer> =>
  ask('/session', { method: 'POST', headers, body: token })

/** The status with which an upgrade is refused, or the open socket. */
const knock = (path: string, protocols: string[], headers: Record<string, string> = { origin }): Promise<number | WebSocket> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://${authority}${path}`, protocols, { headers })
    socket.on('unexpected-response', (_, answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    socket.on('open', () => resolve(socket))
    socket.on('error', reject)
  })

describe('a launch token', () => {
  it('opens one session; the second use is refused and the file is gone', async () => {
    const path = host.openFile()
    const token = tokenIn(path)
    expect(await exchange(token)).toMatchObject({ status: 200 })
    expect(existsSync(path)).toBe(false)
    expect(await exchange(token)).toMatchObject({ status: 401, body: '' })
  })

  it('is refused when it is too old', async () => {
    const quick = await servePage(opened.sotto, { launchMs: 1 })
    const path = quick.openFile()
    const token = tokenIn(path)
    await expect.poll(() => existsSync(path)).toBe(false)
    const headers = { origin: new URL(quick.url).origin }
    expect(await ask('/session', { at: quick, method: 'POST', headers, body: token })).toMatchObject({ status: 401 })
    await quick.close()
  })

  it('is refused when it is missing, made up, or longer than any token', async () => {
    expect(await exchange('')).toMatchObject({ status: 401 })
    expect(await exchange('A'.repeat(43))).toMatchObject({ status: 401 })
    expect(await exchange('A'.repeat(5000))).toMatchObject({ status: 413 })
  })

  it('is not taken from a foreign page, nor from one that hides its origin', async () => {
    const token = tokenIn(host.openFile())
    expect(await exchange(token, { origin: 'https://example.org' })).toMatchObject({ status: 403 })
    expect(await exchange(token, { origin: 'null' })).toMatchObject({ status: 403 })
    expect(await exchange(token, {})).toMatchObject({ status: 403 })
    expect(await exchange(token)).toMatchObject({ status: 200 })
  })
})

describe('the redirect file', () => {
  it.runIf(process.platform !== 'win32')("is this user's alone, in a folder of this user's alone", () => {
    const path = host.openFile()
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700)
  })

  it('goes away with the host', async () => {
    const short = await servePage(opened.sotto)
    const path = short.openFile()
    await short.close()
    expect(existsSync(dirname(path))).toBe(false)
  })
})

describe('any request', () => {
  it('under another name is refused, whatever it asks for (DNS rebinding)', async () => {
    for (const name of [`rebound.example:${new URL(host.url).port}`, 'rebound.example', `localhost:${new URL(host.url).port}`, '127.0.0.1']) {
      expect(await ask('/', { headers: { host: name } })).toMatchObject({ status: 421, body: '' })
      expect(await ask('/session', { method: 'POST', headers: { host: name, origin: `http://${name}` } })).toMatchObject({ status: 421 })
    }
  })

  it('from a page elsewhere gets nothing', async () => {
    expect(await ask('/', { headers: { origin: 'https://example.org' } })).toMatchObject({ status: 403, body: '' })
    expect(await ask('/assets/index.js', { headers: { origin: 'null' } })).toMatchObject({ status: 403, body: '' })
  })

  it('by another method is refused', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE']) {
      expect((await ask('/', { method, headers: { origin } })).status).toBe(405)
    }
    expect((await ask('/session')).status).toBe(405)
  })

  it('for anything but the files of the page finds nothing', async () => {
    const outside = ['/../secret.json', '/assets/../../secret.json', '/%2e%2e/secret.json', '/..%2fsecret.json', '//secret.json', '/..\\secret.json']
    for (const path of [...outside, '/notes.txt', '/assets', '/assets/', `http://${authority}/`, '/index.html?x', '/rpc']) {
      expect((await ask(path)).status).toBe(404)
    }
    expect(await ask('/assets/index.js')).toMatchObject({ status: 200, body: 'export {}' })
    expect(await ask('/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' })
  })

  it('for the way to a process of its own is led back by a document of another policy', async () => {
    const { status, headers, body } = await ask('/afresh')
    expect(status).toBe(200)
    expect(headers).toMatchObject({ 'cross-origin-opener-policy': 'unsafe-none', 'cache-control': 'no-store' })
    expect(body).toContain('<script src="/afresh.js">')
    expect((await ask('/afresh.js')).body).toContain("location.replace('/'")
  })

  it('is answered with headers that let nothing in and keep nothing', async () => {
    for (const answer of [await ask('/'), await ask('/absent'), await ask('/', { headers: { host: 'rebound.example' } })]) {
      expect(answer.headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      })
      const policy = String(answer.headers['content-security-policy'])
      expect(policy).toMatch(/^default-src 'none'; /)
      expect(policy).not.toContain('unsafe')
      expect(policy).not.toContain('*')
    }
  })
})

describe('a WebSocket', () => {
  const rpc = 'sotto'

  it('without a session, or with one that is made up, is refused', async () => {
    expect(await knock('/rpc', [rpc])).toBe(401)
    expect(await knock('/rpc', [rpc, `sotto.session.${'A'.repeat(43)}`])).toBe(401)
    expect(await knock('/rpc', [rpc, `sotto.session.${tokenIn(host.openFile())}`])).toBe(401) // a launch token is no session
  })

  it('from a foreign page, under another name, or elsewhere is refused, session or not', async () => {
    const session = `sotto.session.${await openSession(host)}`
    expect(await knock('/rpc', [rpc, session], { origin: 'https://example.org' })).toBe(403)
    expect(await knock('/rpc', [rpc, session], {})).toBe(403)
    expect(await knock('/rpc', [rpc, session], { origin, host: 'rebound.example' })).toBe(421)
    expect(await knock('/elsewhere', [rpc, session])).toBe(404)
  })

  it.each(['/recorder', '/sound'])('to %s, which needs no unlocked store, is let in on the same terms', async (path) => {
    const session = `sotto.session.${await openSession(host)}`
    expect(await knock(path, [rpc])).toBe(401)
    expect(await knock(path, [rpc, `sotto.session.${'A'.repeat(43)}`])).toBe(401)
    expect(await knock(path, [rpc, session], { origin: 'https://example.org' })).toBe(403)
    expect(await knock(path, [rpc, session], {})).toBe(403)
    expect(await knock(path, [rpc, session], { origin, host: 'rebound.example' })).toBe(421)
    const socket = await knock(path, [rpc, session])
    if (typeof socket === 'number') throw new Error(`refused with ${socket}`)
    const closed = new Promise((resolve) => socket.once('close', resolve))
    socket.on('error', () => undefined)
    socket.send('x'.repeat(MAX_FRAME_BYTES + 1))
    expect(await closed).toBe(1009)
  })

  it('with a session is let in, and cut off at a message that is too long', async () => {
    const socket = await knock('/rpc', [rpc, `sotto.session.${await openSession(host)}`])
    if (typeof socket === 'number') throw new Error(`refused with ${socket}`)
    expect(socket.protocol).toBe(rpc) // the session is not repeated in the answer
    const closed = new Promise((resolve) => socket.once('close', resolve))
    socket.on('error', () => undefined)
    socket.send('x'.repeat(64 * 1024 + 1))
    expect(await closed).toBe(1009)
  })
})

it('is reachable on the loopback address alone', async () => {
  const elsewhere = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []).filter(({ internal }) => !internal)
  for (const { address } of elsewhere) {
    const refused = await new Promise((resolve) => {
      const socket = connect({ host: address, port: Number(new URL(host.url).port) })
      socket.once('error', () => resolve(true)).once('connect', () => resolve(false))
    })
    expect(refused).toBe(true)
  }
})
