import type { EgressRecord } from '../../../src-shared/domain/egress.ts'

/** What the ledger bears out about what left this computer, and how sure that is. */
export interface Verdict {
  readonly left: 'nothing' | 'no-words' | 'something'
  /** Requests to programs on this computer. */
  readonly here: number
  /** Requests that went out; refused ones went nowhere. */
  readonly outside: number
  /** Bytes of bodies sent elsewhere. */
  readonly sentBytes: number
  /** Requests to elsewhere whose end nobody wrote down. */
  readonly unsure: number
}

/** IPv4's 127.0.0.0/8, IPv6's ::1 (RFC 6890), and the name that the rules never look up. */
export const isThisComputer = (host: string): boolean => host === 'localhost' || host === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host)

/** Judges by what was written down, never by what was meant. A model is fetched without a body; anything else that went out counts as words. */
export function verdictOf(records: readonly EgressRecord[]): Verdict {
  const made = records.filter(({ outcome }) => outcome?.result !== 'refused')
  const outside = made.filter(({ intent }) => !isThisComputer(intent.host))
  const sentBytes = outside.reduce((sum, { outcome }) => sum + (outcome?.requestBytes ?? 0), 0)
  const isOnlyFetching = outside.every(({ intent }) => intent.purpose === 'model-download' && intent.method === 'GET') && sentBytes === 0
  return {
    left: outside.length === 0 ? 'nothing' : isOnlyFetching ? 'no-words' : 'something',
    here: made.length - outside.length,
    outside: outside.length,
    sentBytes,
    unsure: outside.filter(({ outcome }) => outcome === null).length,
  }
}
