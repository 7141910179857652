import { BlockList } from 'node:net'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decide } from '../../../src-main/core/egress/decide.pure.ts'
import { EGRESS_RULES } from '../../../src-main/core/egress/rules.ts'

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

const octet = fc.oneof(fc.integer({ min: 0, max: 999 }).map(String), fc.constantFrom('127', '0', '0x7f', '0177', '00', '', '1.', '１'))
const host = fc.oneof(
  fc.array(octet, { minLength: 1, maxLength: 5 }).map((octets) => octets.join('.')),
  fc.ipV4(), fc.ipV4Extended(), fc.ipV6().map((ip) => `[${ip}]`), fc.domain(),
  fc.constantFrom('localhost', 'LOCALHOST', '[::1]', '[0:0:0:0:0:0:0:1]', '127.0.0.1', '127.255.0.9'),
)
const dirt = fc.constantFrom('user@', 'a:b@', '127.0.0.1@', 'localhost:80@', '\\', '/', '%00', ' ', '\t')
const noise = fc.oneof({ arbitrary: fc.constant(''), weight: 4 }, { arbitrary: dirt, weight: 1 })
const port = fc.constantFrom('', ':80', ':11434', ':0', ':', '.')
const path = fc.constantFrom('/api/tags', '/api/tags?', '/api/tags#x', '//api/tags')
const address = fc.tuple(noise, host, noise, port, noise, path).map((parts) => `http://${parts.join('')}`)

it('lets through nothing but this machine, written plainly', () => {
  let allowed = 0
  fc.assert(
    fc.property(address, (written) => {
      const decision = decide(EGRESS_RULES.ollama, { address: written, method: 'GET' })
      if ('refused' in decision) return
      allowed += 1
      const { address: to, path: asked } = decision.allowed
      expect(loopback.check(to, to.includes(':') ? 'ipv6' : 'ipv4')).toBe(true)
      // What the standard parser makes of the address is where it goes, so no two readers can differ.
      expect([to, `[${to}]`, 'localhost']).toContain(new URL(written).hostname)
      expect(asked).toBe('/api/tags')
    }),
    { numRuns: 5000 },
  )
  expect(allowed).toBeGreaterThan(5)
})

it('takes the loopback address of IPv6 in its usual form', () => {
  expect(decide(EGRESS_RULES.ollama, { address: 'http://[::1]:11434/api/chat', method: 'POST' })).toMatchObject({ allowed: { address: '::1', port: 11434 } })
})
