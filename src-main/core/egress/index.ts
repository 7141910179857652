import type { EgressIntent, EgressOutcome, EgressPurpose } from '../../../src-shared/domain/egress.ts'
import { guardedFetch } from './guarded-fetch.ts'
import { EGRESS_RULES } from './rules.ts'

/** Where requests are entered. `begin` has stored the intent when it resolves; if it rejects, nothing is sent. */
export interface EgressLedger {
  begin(intent: EgressIntent): Promise<string>
  end(id: string, outcome: EgressOutcome): Promise<void>
}

export interface Egress {
  /**
   * A `fetch` that may do what the rules of one purpose allow, for clients that take one.
   * Beyond what fetch throws: Failure EGRESS_DENIED for what the rules refuse (also inside an answer that grows too large),
   * whatever the ledger throws when it cannot be written, and a DOMException `TimeoutError` where the other side is silent.
   */
  fetchFor(purpose: EgressPurpose): typeof fetch
}

/** The one way out of the app. See DESIGN §10 "Egress guard". `now` in milliseconds since the epoch. */
export function createEgress({ ledger, now }: { ledger: EgressLedger; now: () => number }): Egress {
  return { fetchFor: (purpose) => guardedFetch({ purpose, rules: EGRESS_RULES[purpose], ledger, now }) }
}
