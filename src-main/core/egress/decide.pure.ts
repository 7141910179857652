import type { EgressIntent, EgressPurpose, EgressReason } from '../../../src-shared/domain/egress.ts'
import type { EgressRules } from './rules.ts'

/** Where an allowed request goes: an address that needs no looking up. */
export interface Target {
  readonly address: string
  readonly port: number
  readonly path: string
  readonly firstByteMs: number
}

export type Decision = { readonly allowed: Target } | { readonly refused: EgressReason }

const REST_OF_ADDRESS = /[/\\?#]/
/** One spelling of an IPv4 address: four decimal numbers without leading zeros. */
const LOOPBACK_V4 = /^127(\.(0|[1-9]\d{0,2})){3}$/
const PORT = /:\d{0,5}$/

/**
 * May this request leave? Works on the text as written, not only on the parsed URL: parsers turn `2130706433`, `0x7f.1`,
 * `0177.0.0.1`, full-width digits and percent signs into 127.0.0.1, and whoever writes an address that way hides something.
 */
export function decide(rules: EgressRules, request: { address: string; method: string }): Decision {
  const url = URL.canParse(request.address) ? new URL(request.address) : null
  if (url === null) return { refused: 'host' }
  if (url.protocol !== rules.scheme) return { refused: 'scheme' }
  const address = loopbackAddress(writtenHost(request.address, url))
  if (address === null || url.username !== '' || url.password !== '') return { refused: 'host' }
  const endpoint = Object.hasOwn(rules.endpoints, url.pathname) ? rules.endpoints[url.pathname] : undefined
  if (endpoint === undefined || url.search !== '') return { refused: 'path' }
  if (request.method !== endpoint.method) return { refused: 'method' }
  return { allowed: { address, port: portOf(url), path: url.pathname, firstByteMs: endpoint.firstByteMs } }
}

/** What the ledger says about a request before it is made, or refused. */
export function intentOf(rules: EgressRules, purpose: EgressPurpose, request: { address: string; method: string; at: number }): EgressIntent {
  const url = URL.canParse(request.address) ? new URL(request.address) : null
  return {
    at: request.at,
    purpose,
    host: (url?.hostname ?? '').slice(0, 255),
    port: url === null ? 0 : portOf(url),
    method: request.method.slice(0, 16),
    path: url !== null && Object.hasOwn(rules.endpoints, url.pathname) ? url.pathname : null,
  }
}

/** The host between `//` and the path exactly as the caller wrote it, without its port. */
function writtenHost(address: string, url: URL): string {
  const afterScheme = address.trim().slice(url.protocol.length)
  if (!afterScheme.startsWith('//')) return ''
  const rest = afterScheme.slice(2)
  const end = rest.search(REST_OF_ADDRESS)
  return (end === -1 ? rest : rest.slice(0, end)).replace(PORT, '').toLowerCase()
}

/** `localhost` is never looked up: a hosts file or a resolver may say anything. */
function loopbackAddress(host: string): string | null {
  if (host === 'localhost') return '127.0.0.1'
  if (host === '[::1]') return '::1'
  if (!LOOPBACK_V4.test(host)) return null
  return host.split('.').every((part) => Number(part) <= 255) ? host : null
}

const portOf = (url: URL): number => (url.port === '' ? 80 : Number(url.port))
