import type { EgressIntent, EgressPurpose, EgressReason } from '../../../src-shared/domain/egress.ts'
import type { Endpoint, EgressRules } from './rules.ts'

/** Where an allowed request goes. */
export interface Target {
  /** A number that needs no looking up, or (only with `secure`) one of the names in the rules. */
  readonly address: string
  /** TLS: whoever answers has to prove to be that name. */
  readonly secure: boolean
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
  const written = writtenHost(request.address, url)
  const address = rules.hosts === 'loopback' ? loopbackAddress(written) : namedAddress(written, url, rules.hosts)
  if (address === null || url.username !== '' || url.password !== '') return { refused: 'host' }
  const endpoint = endpointOf(rules, url)
  if (endpoint === null || (url.search !== '' && endpoint.query !== true)) return { refused: 'path' }
  if (request.method !== endpoint.method) return { refused: 'method' }
  const path = `${url.pathname}${url.search}`
  return { allowed: { address, secure: rules.scheme === 'https:', port: portOf(url), path, firstByteMs: endpoint.firstByteMs } }
}

/** The endpoint of the rules that an address asks, with the path the rules know it by. */
function endpointOf({ endpoints }: EgressRules, url: URL): (Endpoint & { readonly known: string }) | null {
  for (const [known, endpoint] of Object.entries(endpoints)) {
    const fits = known.endsWith('/') ? url.pathname.startsWith(known) : url.pathname === known
    if (fits && (endpoint.hosts === undefined || endpoint.hosts.includes(url.host))) return { ...endpoint, known }
  }
  return null
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
    path: url === null ? null : (endpointOf(rules, url)?.known ?? null),
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

/** A name counts only as the rules write it, and only where the parser reads the same name: no dot at the end, no other spelling. */
const namedAddress = (written: string, url: URL, hosts: readonly string[]): string | null =>
  hosts.includes(url.host) && written === url.hostname ? url.hostname : null

const portOf = (url: URL): number => (url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port))
