import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createEgress } from '../../../src-main/core/egress/index.ts'
import { egressIntentSchema, egressOutcomeSchema, type EgressIntent, type EgressOutcome } from '../../../src-shared/domain/egress.ts'
import { EGRESS_RULES } from '../../../src-main/core/egress/rules.ts'

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
})

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return (server.address() as AddressInfo).port // a TCP server's address is never a string
}

function aLedger() {
  const lines: { intent: EgressIntent; outcome: EgressOutcome | null }[] = []
  return {
    lines,
    begin: async (intent: EgressIntent) => String(lines.push({ intent: egressIntentSchema.parse(intent), outcome: null }) - 1),
    end: async (id: string, outcome: EgressOutcome) => {
      const line = lines[Number(id)]
      if (line === undefined || line.outcome !== null) throw new Error('an outcome is written once, for a known request')
      line.outcome = egressOutcomeSchema.parse(outcome)
    },
  }
}

function anEgress() {
  const ledger = aLedger()
  let ms = 0
  const egress = createEgress({ ledger, now: () => ++ms })
  return { ledger, fetch: egress.fetchFor('ollama') }
}

describe('where a request may go', () => {
  it.each([
    ['http://example.com/api/tags', 'host'],
    ['http://192.168.1.10/api/tags', 'host'],
    ['http://0.0.0.0:1/api/tags', 'host'],
    ['http://2130706433:1/api/tags', 'host'],
    ['http://0x7f.0.0.1:1/api/tags', 'host'],
    ['http://0177.0.0.1:1/api/tags', 'host'],
    ['http://127.1:1/api/tags', 'host'],
    ['http://127.0.0.01:1/api/tags', 'host'],
    ['http://127.0.0.256/api/tags', 'host'],
    ['http://127.0.0.1.:1/api/tags', 'host'],
    ['http://localhost.:1/api/tags', 'host'],
    ['http://localhost.evil.example/api/tags', 'host'],
    ['http://127.0.0.1.evil.example/api/tags', 'host'],
    ['http://[::ffff:127.0.0.1]:1/api/tags', 'host'],
    ['http://[::]:1/api/tags', 'host'],
    ['http://%31%32%37.0.0.1:1/api/tags', 'host'],
    ['http://127。0。0。1:1/api/tags', 'host'],
    ['http://evil.example\\@127.0.0.1/api/tags', 'host'],
    ['http://user:word@127.0.0.1:1/api/tags', 'host'],
    ['http://127.0.0.1@evil.example/api/tags', 'host'],
    ['http:127.0.0.1/api/tags', 'host'],
    ['not an address', 'host'],
    ['https://127.0.0.1:1/api/tags', 'scheme'],
    ['file:///etc/hostname', 'scheme'],
    ['http://127.0.0.1:1/v1/chat/completions', 'path'],
    ['http://127.0.0.1:1/api/tags?words=secret', 'path'],
    ['http://127.0.0.1:1/api/../etc', 'path'],
    ['http://127.0.0.1:1/api/constructor', 'path'],
    ['http://127.0.0.1:1/api/chat', 'method'],
  ])('refuses %s and enters the refusal', async (address, reason) => {
    const { fetch, ledger } = anEgress()
    await expect(fetch(address)).rejects.toMatchObject({ code: 'EGRESS_DENIED', params: { purpose: 'ollama', reason } })
    expect(ledger.lines.map(({ outcome }) => outcome)).toMatchObject([{ result: 'refused', reason, status: null, requestBytes: 0, responseBytes: 0 }])
    expect(JSON.stringify(ledger.lines)).not.toMatch(/secret|word/)
  })

  it.each(['127.0.0.1', 'localhost', 'LOCALHOST'])('reaches this machine as %s', async (host) => {
    const port = await serve((_, response) => void response.end('{"models":[]}'))
    const { fetch, ledger } = anEgress()
    const response = await fetch(new URL(`http://${host}:${port}/api/tags`))
    expect(await response.json()).toEqual({ models: [] })
    expect(ledger.lines).toEqual([
      {
        intent: { at: 1, purpose: 'ollama', host: host.toLowerCase(), port, method: 'GET', path: '/api/tags' },
        outcome: { at: 2, result: 'ok', reason: null, status: 200, requestBytes: 0, responseBytes: 13 },
      },
    ])
  })
})

describe('the ledger', () => {
  it('is written before the first byte leaves', async () => {
    const seen: number[] = []
    const { fetch, ledger } = anEgress()
    const port = await serve((_, response) => {
      seen.push(ledger.lines.length)
      response.end('{}')
    })
    await (await fetch(`http://127.0.0.1:${port}/api/version`)).text()
    expect(seen).toEqual([1])
  })

  it('that cannot be written keeps everything at home', async () => {
    let requests = 0
    const port = await serve((_, response) => {
      requests += 1
      response.end('{}')
    })
    const egress = createEgress({ ledger: { begin: () => Promise.reject(new Error('disk full')), end: () => Promise.resolve() }, now: () => 0 })
    await expect(egress.fetchFor('ollama')(`http://127.0.0.1:${port}/api/version`)).rejects.toThrow('disk full')
    expect(requests).toBe(0)
  })

  it('counts the bytes of both bodies', async () => {
    const port = await serve((request, response) => {
      request.resume().on('end', () => response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":"né"}'))
    })
    const { fetch, ledger } = anEgress()
    const response = await fetch(`http://127.0.0.1:${port}/api/chat`, { method: 'post', body: 'prompt: é' })
    expect(response.status).toBe(404)
    expect(response.ok).toBe(false)
    expect(await response.text()).toBe('{"error":"né"}')
    expect(ledger.lines[0]?.outcome).toMatchObject({ result: 'ok', status: 404, requestBytes: 10, responseBytes: 15 })
  })

  it('says failed where nobody listens, and where the other side breaks off', async () => {
    const port = await serve((_, response) => {
      response.write('half')
      setImmediate(() => response.destroy())
    })
    const { fetch, ledger } = anEgress()
    const broken = await fetch(`http://127.0.0.1:${port}/api/tags`)
    await expect(broken.text()).rejects.toThrow('terminated')
    const closed = await serve(() => undefined)
    await new Promise((done) => servers.pop()?.close(done))
    const refused = fetch(`http://127.0.0.1:${closed}/api/show`, { method: 'POST', body: 'never left' })
    await expect(refused).rejects.toMatchObject({ name: 'TypeError', cause: { code: 'ECONNREFUSED' } })
    expect(ledger.lines.map(({ outcome }) => outcome)).toMatchObject([
      { result: 'failed', status: 200, responseBytes: 4 },
      { result: 'failed', status: null, requestBytes: 0, responseBytes: 0 },
    ])
  })
})

it('an answer with a status that HTTP does not have is a failed request', async () => {
  const port = await serve((request) => request.socket.write('HTTP/1.1 700 Strange\r\nContent-Length: 2\r\n\r\nhi'))
  const { fetch, ledger } = anEgress()
  await expect(fetch(`http://127.0.0.1:${port}/api/tags`)).rejects.toThrow('fetch failed')
  expect(ledger.lines[0]?.outcome).toMatchObject({ result: 'failed', status: null })
})

describe('giving up', () => {
  it('closes the connection when the caller aborts during an answer', async () => {
    const { promise: hungUp, resolve } = Promise.withResolvers<void>()
    const port = await serve((request, response) => {
      request.resume()
      response.on('close', () => resolve())
      response.write('first words')
    })
    const { fetch, ledger } = anEgress()
    const stop = new AbortController()
    const response = await fetch(`http://127.0.0.1:${port}/api/chat`, { method: 'POST', body: '{}', signal: stop.signal })
    const reader = response.body?.getReader()
    await reader?.read()
    const rest = reader?.read()
    stop.abort()
    await expect(rest).rejects.toMatchObject({ name: 'AbortError' })
    await hungUp
    expect(ledger.lines[0]?.outcome).toMatchObject({ result: 'aborted', status: 200, requestBytes: 2, responseBytes: 11 })
  })

  it('closes the connection when the caller aborts before an answer', async () => {
    const stop = new AbortController()
    const port = await serve(() => stop.abort(new Error('changed my mind')))
    const { fetch, ledger } = anEgress()
    await expect(fetch(`http://127.0.0.1:${port}/api/chat`, { method: 'POST', body: '{}', signal: stop.signal })).rejects.toThrow('changed my mind')
    expect(ledger.lines[0]?.outcome).toMatchObject({ result: 'aborted', status: null, requestBytes: 2 })
  })

  it('sends nothing for a caller who has already aborted', async () => {
    const { fetch, ledger } = anEgress()
    await expect(fetch('http://127.0.0.1:1/api/tags', { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' })
    expect(ledger.lines).toEqual([])
  })

  it('waits for a first byte as long as the rules say', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const port = await serve(() => void vi.advanceTimersByTime(EGRESS_RULES.ollama.endpoints['/api/tags'].firstByteMs))
      const { fetch, ledger } = anEgress()
      await expect(fetch(`http://127.0.0.1:${port}/api/tags`)).rejects.toMatchObject({ name: 'TimeoutError' })
      expect(ledger.lines[0]?.outcome).toMatchObject({ result: 'aborted', status: null })
    } finally {
      vi.useRealTimers()
    }
  })

  it.each(['the server', 'the reader'])('ends an answer when %s falls silent', async (who) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const port = await serve((_, response) => void response.write('first words'))
      const { fetch, ledger } = anEgress()
      const reader = (await fetch(`http://127.0.0.1:${port}/api/tags`)).body?.getReader()
      await reader?.read()
      const rest = who === 'the server' ? reader?.read() : undefined
      vi.advanceTimersByTime(EGRESS_RULES.ollama.idleMs)
      await expect(rest ?? reader?.closed).rejects.toMatchObject({ name: 'TimeoutError' })
      expect(ledger.lines[0]?.outcome).toMatchObject({ result: 'aborted', status: 200, responseBytes: 11 })
    } finally {
      vi.useRealTimers()
    }
  })

  it('stops reading an answer that grows past the limit', async () => {
    const piece = Buffer.alloc(1024 * 1024)
    const port = await serve((_, response) => {
      const more = (): void => {
        while (response.write(piece)) continue
      }
      response.on('drain', more)
      more()
    })
    const { fetch, ledger } = anEgress()
    const response = await fetch(`http://127.0.0.1:${port}/api/tags`)
    await expect(response.arrayBuffer()).rejects.toMatchObject({ code: 'EGRESS_DENIED', params: { reason: 'size' } })
    expect(ledger.lines[0]?.outcome).toMatchObject({ result: 'aborted', reason: 'size', status: 200 })
  })

  it('refuses a request that is too large before anything is sent', async () => {
    const { fetch, ledger } = anEgress()
    const body = new Uint8Array(EGRESS_RULES.ollama.maxRequestBytes + 1)
    await expect(fetch('http://127.0.0.1:1/api/chat', { method: 'POST', body })).rejects.toMatchObject({ params: { reason: 'size' } })
    expect(ledger.lines[0]?.outcome).toMatchObject({ result: 'refused', reason: 'size', requestBytes: 0 })
  })
})

describe('redirects', () => {
  const redirecting = (to: (port: number) => string, status = 307): Promise<number> =>
    serve((request, response) => {
      const port = request.socket.localPort ?? 0
      response.writeHead(status, { location: to(port) }).end('moved')
    })

  const elsewhere = ['http://evil.example/api/tags', '//evil.example/api/tags', 'http://2130706433/api/tags', '/\\evil.example/api/tags']
  it.each(elsewhere)('are new decisions: %s is refused', async (to) => {
    const port = await redirecting(() => to)
    const { fetch, ledger } = anEgress()
    await expect(fetch(`http://127.0.0.1:${port}/api/tags`)).rejects.toMatchObject({ params: { reason: 'host' } })
    expect(ledger.lines.map(({ outcome }) => outcome)).toMatchObject([{ result: 'ok', status: 307 }, { result: 'refused', reason: 'host' }])
  })

  it('are followed three times at most', async () => {
    const port = await redirecting((self) => `http://127.0.0.1:${self}/api/tags`)
    const { fetch, ledger } = anEgress()
    await expect(fetch(`http://127.0.0.1:${port}/api/tags`)).rejects.toMatchObject({ params: { reason: 'redirects' } })
    expect(ledger.lines.map(({ outcome }) => outcome?.result)).toEqual(['ok', 'ok', 'ok', 'ok', 'refused'])
  })

  it('on this machine are followed with the same body', async () => {
    const seen: string[] = []
    const there = await serve((request, response) => {
      request.on('data', (part: Buffer) => seen.push(`${request.method} ${part.toString()}`)).on('end', () => response.end('{}'))
    })
    const port = await redirecting(() => `http://127.0.0.1:${there}/api/chat`)
    const { fetch, ledger } = anEgress()
    await (await fetch(`http://127.0.0.1:${port}/api/chat`, { method: 'POST', body: 'words' })).text()
    expect(seen).toEqual(['POST words'])
    expect(ledger.lines.map(({ intent, outcome }) => [intent.port, outcome?.result])).toEqual([[port, 'ok'], [there, 'ok']])
  })
})

it('sends no header that names the person or carries a credential', async () => {
  const names: string[] = []
  const port = await serve((request, response) => {
    names.push(...request.rawHeaders.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase()))
    response.end('{}')
  })
  const { fetch } = anEgress()
  const headers = { Authorization: 'Bearer secret', Cookie: 'a=b', 'X-Name': 'Alice', 'Content-Type': 'application/json', 'User-Agent': 'someone' }
  await (await fetch(`http://127.0.0.1:${port}/api/show`, { method: 'POST', body: '{}', headers })).text()
  expect(names.toSorted()).toEqual(['connection', 'content-length', 'content-type', 'host', 'user-agent'])
})
