import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer as createPlainServer } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decide, intentOf } from '../../../src-main/core/egress/decide.pure.ts'
import { createEgress } from '../../../src-main/core/egress/index.ts'
import { EGRESS_RULES } from '../../../src-main/core/egress/rules.ts'

const RULES = EGRESS_RULES['model-download']
const HUB = 'https://huggingface.co/ggerganov/whisper.cpp/resolve/main/ggml-tiny.bin'
const decided = (address: string, method = 'GET'): unknown => decide(RULES, { address, method })

describe('a model download', () => {
  it('asks the hub for the one repository, over TLS', () => {
    const path = '/ggerganov/whisper.cpp/resolve/main/ggml-tiny.bin'
    expect(decided(HUB)).toEqual({ allowed: { address: 'huggingface.co', secure: true, port: 443, path, firstByteMs: 30_000 } })
  })

  it('follows to the hosts that the hub sends on to, signed address and all', () => {
    expect(decided('https://us.aws.cdn.hf.co/xet-bridge-us/ab/cd?Expires=1&Signature=x~y_')).toMatchObject({
      allowed: { address: 'us.aws.cdn.hf.co', path: '/xet-bridge-us/ab/cd?Expires=1&Signature=x~y_' },
    })
  })

  it.each([
    ['http://huggingface.co/ggerganov/whisper.cpp/resolve/main/x', 'scheme'],
    ['ftp://huggingface.co/ggerganov/whisper.cpp/resolve/main/x', 'scheme'],
    ['https://huggingface.co/someone/else/resolve/main/x', 'path'],
    ['https://huggingface.co/ggerganov/whisper.cpp/resolve/../../../someone/else', 'path'],
    ['https://huggingface.co/ggerganov/whisper.cpp/resolve/%2e%2e/%2E%2e/%2e%2e/someone', 'path'],
    [`${HUB}?download=true`, 'path'],
    ['https://huggingface.co/api/whoami-v2', 'path'],
    ['https://huggingface.co./ggerganov/whisper.cpp/resolve/main/x', 'host'],
    ['https://huggingface.co:444/ggerganov/whisper.cpp/resolve/main/x', 'host'],
    ['https://user@huggingface.co/ggerganov/whisper.cpp/resolve/main/x', 'host'],
    ['https://huggingface.co@evil.example/ggerganov/whisper.cpp/resolve/main/x', 'host'],
    ['https://huggingface.co.evil.example/ggerganov/whisper.cpp/resolve/main/x', 'host'],
    ['https://evil.example\\@huggingface.co/ggerganov/whisper.cpp/resolve/main/x', 'host'],
    ['https://huggingfаce.co/ggerganov/whisper.cpp/resolve/main/x', 'host'], // a Cyrillic а
    ['https://ｈuggingface.co/ggerganov/whisper.cpp/resolve/main/x', 'host'], // full width, which parsers fold
    ['https:huggingface.co/ggerganov/whisper.cpp/resolve/main/x', 'host'],
    ['https://evil.cdn.hf.co/x', 'host'],
    ['https://hf.co/x', 'host'],
    ['https://127.0.0.1/x', 'host'],
    ['https://localhost/x', 'host'],
  ])('never asks %s', (address, reason) => expect(decided(address)).toEqual({ refused: reason }))

  it.each(['POST', 'PUT', 'DELETE', 'HEAD', 'get'])('is no %s', (method) => {
    expect(decided(HUB, method)).toEqual({ refused: 'method' })
    expect(decided('https://us.aws.cdn.hf.co/x', method)).toEqual({ refused: 'method' })
  })

  it('goes to a name of the list whatever the address looks like', () => {
    const host = fc.oneof(fc.constantFrom(...RULES.hosts), fc.domain())
    const around = fc.constantFrom('', 'user@', 'huggingface.co@', ':443', ':80', '.', '\\', '%2e', '/', ' ', '#', '?')
    const written = fc.tuple(around, host, around, fc.webPath()).map(([before, name, after, path]) => `https://${before}${name}${after}${path}`)
    let allowed = 0
    fc.assert(
      fc.property(written, (text) => {
        const decision = decide(RULES, { address: text, method: 'GET' })
        if ('refused' in decision) return
        allowed += 1
        expect(RULES.hosts).toContain(decision.allowed.address)
        expect([new URL(text).hostname, decision.allowed.port, decision.allowed.secure]).toEqual([decision.allowed.address, 443, true])
      }),
      { numRuns: 3000 },
    )
    expect(allowed, 'some of these addresses are the real thing').toBeGreaterThan(5)
  })

  it('leaves neither the path nor the signature of an address in the ledger', () => {
    const request = { address: 'https://us.aws.cdn.hf.co/secret/words?Signature=hidden', method: 'GET', at: 1 }
    expect(intentOf(RULES, 'model-download', request)).toMatchObject({ host: 'us.aws.cdn.hf.co', port: 443, path: '/' })
    expect(JSON.stringify(intentOf(RULES, 'model-download', { ...request, address: 'https://huggingface.co/secret/words' }))).not.toContain('secret')
  })

  it('does not loosen what other purposes may do', () => {
    expect(decide(EGRESS_RULES.ollama, { address: HUB, method: 'GET' })).toEqual({ refused: 'scheme' })
    expect(decide(EGRESS_RULES.ollama, { address: HUB.replace('https', 'http'), method: 'GET' })).toEqual({ refused: 'host' })
  })
})

describe('TLS', () => {
  const tls = new URL('../../fakes/download/tls/', import.meta.url)
  const CERTIFICATE = fileURLToPath(new URL('cert.pem', tls))
  const EGRESS = new URL('../../../src-main/core/egress/index.ts', import.meta.url).href
  let server: Server
  let asked = 0
  let port = 0
  beforeAll(async () => {
    server = createServer({ key: readFileSync(new URL('key.pem', tls)), cert: readFileSync(CERTIFICATE) }, (_, response) => {
      asked += 1
      response.end('model')
    })
    await new Promise<void>((ready) => server.listen(0, 'localhost', ready))
    port = (server.address() as AddressInfo).port // a TCP server's address is never a string
  })
  afterAll(() => new Promise((done) => server.close(done)))

  /** Asks from a process of its own, since what is trusted is settled when a process starts. */
  async function askFrom(env: Record<string, string>, host = 'localhost'): Promise<string> {
    const script = `
      const { createEgress } = await import(process.argv[1])
      const endpoints = { '/x': { method: 'GET', firstByteMs: 5000 } }
      const here = { scheme: 'https:', hosts: [process.argv[2]], endpoints, maxRequestBytes: 0, maxResponseBytes: 100, idleMs: 5000 }
      const egress = createEgress({ ledger: { begin: async () => '1', end: async () => {} }, now: () => 0, rules: { ollama: here, 'model-download': here } })
      const text = await egress.fetchFor('model-download')('https://' + process.argv[2] + '/x').then((r) => r.text(), (e) => e.cause.code)
      process.stdout.write(text)`
    const child = spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', script, EGRESS, `${host}:${port}`], {
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout.on('data', (part: Buffer) => (said += part.toString()))
    await new Promise((done) => child.on('close', done))
    return said
  }

  it('trusts whom this computer trusts, and nobody else', async () => {
    expect(await askFrom({})).toBe('DEPTH_ZERO_SELF_SIGNED_CERT')
    expect(await askFrom({ NODE_TLS_REJECT_UNAUTHORIZED: '0' })).toBe('DEPTH_ZERO_SELF_SIGNED_CERT')
    expect(asked).toBe(0)
    expect(await askFrom({ NODE_EXTRA_CA_CERTS: CERTIFICATE })).toBe('model')
  }, 20_000)
})

describe('what leaves and what comes', () => {
  const here = { ...RULES, scheme: 'http:', hosts: 'loopback', endpoints: { '/x/': { method: 'GET', firstByteMs: 5000 } } } as const
  const egress = createEgress({ ledger: { begin: async () => '1', end: async () => undefined }, now: () => 0, rules: { ollama: here, 'model-download': here } })
  const server = createPlainServer((request, response) => void response.end(JSON.stringify(request.headers)))
  let address = ''
  beforeAll(async () => {
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x/y` // a TCP server's address is never a string
  })
  afterAll(() => new Promise((done) => server.close(done)))

  it('a range may be asked for; nothing else is said', async () => {
    const headers = { Range: 'bytes=5-', 'If-Range': '"v1"', Cookie: 'a=b', Referer: 'x', 'Accept-Language': 'de' }
    const seen = await (await egress.fetchFor('model-download')(address, { headers })).json()
    expect(seen).toEqual({ host: new URL(address).host, connection: 'close', 'user-agent': 'sotto', range: 'bytes=5-', 'if-range': '"v1"' })
  })

  it('a caller may expect less than the rules allow, never more', async () => {
    await expect((await egress.fetchFor('model-download', { maxResponseBytes: 5 })(address)).text()).rejects.toMatchObject({ params: { reason: 'size' } })
    const small = createEgress({
      ledger: { begin: async () => '1', end: async () => undefined },
      now: () => 0,
      rules: { ollama: here, 'model-download': { ...here, maxResponseBytes: 5 } },
    })
    await expect((await small.fetchFor('model-download', { maxResponseBytes: 10 ** 9 })(address)).text()).rejects.toMatchObject({ params: { reason: 'size' } })
  })

  it('a request with a body does not leave', async () => {
    const asked = egress.fetchFor('model-download')(address, { method: 'POST', body: 'x' })
    await expect(asked).rejects.toMatchObject({ code: 'EGRESS_DENIED', params: { reason: 'size' } })
  })
})
