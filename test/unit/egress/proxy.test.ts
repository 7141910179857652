import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'

const egress = new URL('../../../src-main/core/egress/index.ts', import.meta.url).href
let proxied = 0
/** Node's fetch asks a proxy for a tunnel; this one counts and refuses. */
const proxy = createServer().on('connect', (_, socket) => {
  proxied += 1
  socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
})
const server = createServer((_, response) => void response.end('{"from":"server"}'))
const portOf = (of: typeof proxy): number => (of.address() as AddressInfo).port // a TCP server's address is never a string

beforeAll(async () => {
  for (const each of [proxy, server]) await new Promise<void>((ready) => each.listen(0, '127.0.0.1', ready))
})
afterAll(async () => {
  for (const each of [proxy, server]) await new Promise((done) => each.close(done))
})

/** Asks the server from a process whose environment demands a proxy for everything. */
async function askFrom(script: string): Promise<string> {
  const url = `http://127.0.0.1:${portOf(proxy)}`
  const child = spawn(process.execPath, ['--use-env-proxy', '--input-type=module', '-e', script, String(portOf(server)), egress], {
    env: { PATH: process.env['PATH'], NODE_USE_ENV_PROXY: '1', HTTP_PROXY: url, http_proxy: url, ALL_PROXY: url, NO_PROXY: '', no_proxy: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (part: Buffer) => (said += part.toString()))
  await new Promise((done) => child.on('close', done))
  return said
}

it('honours no proxy of the environment, although plain fetch in the same process does', async () => {
  const plain = await askFrom('await fetch(`http://127.0.0.1:${process.argv[1]}/api/version`).catch(() => process.stdout.write("no tunnel"))')
  expect([plain, proxied > 0]).toEqual(['no tunnel', true])
  const before = proxied
  const guarded = await askFrom(`
    const { createEgress } = await import(process.argv[2])
    const egress = createEgress({ ledger: { begin: async () => '1', end: async () => {} }, now: () => 0 })
    const r = await egress.fetchFor('ollama')(\`http://127.0.0.1:\${process.argv[1]}/api/version\`)
    process.stdout.write(await r.text())`)
  expect([guarded, proxied - before]).toEqual(['{"from":"server"}', 0])
})
