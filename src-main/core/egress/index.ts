import type { EgressPurpose } from '../../../src-shared/domain/egress.ts'
import { guardedFetch } from './guarded-fetch.ts'
import type { EgressLedger } from './ledger-entry.ts'
import { EGRESS_RULES, type EgressRules } from './rules.ts'

export interface Egress {
  /**
   * A `fetch` that may do what the rules of one purpose allow, for clients that take one.
   * Beyond what fetch throws: Failure EGRESS_DENIED for what the rules refuse (also inside an answer that grows too large),
   * whatever the ledger throws when it cannot be written, and a DOMException `TimeoutError` where the other side is silent.
   * `maxResponseBytes` narrows the rules' own limit where the caller knows what to expect.
   */
  fetchFor(purpose: EgressPurpose, limits?: { readonly maxResponseBytes: number }): typeof fetch
}

export interface EgressOptions {
  readonly ledger: EgressLedger
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** The product's own unless a test, whose server is on this machine, gives others. */
  readonly rules?: Readonly<Record<EgressPurpose, EgressRules>>
}

/** The one way out of the app. See DESIGN §10 "Egress guard". */
export function createEgress({ ledger, now, rules = EGRESS_RULES }: EgressOptions): Egress {
  return {
    fetchFor(purpose, limits) {
      const own = rules[purpose]
      const maxResponseBytes = Math.min(own.maxResponseBytes, limits?.maxResponseBytes ?? Infinity)
      return guardedFetch({ purpose, rules: { ...own, maxResponseBytes }, ledger, now })
    },
  }
}
