import type { EgressIntent, EgressOutcome, EgressReason } from '../../../src-shared/domain/egress.ts'

/** Where requests are entered. `begin` has stored the intent when it resolves; if it rejects, nothing is sent. */
export interface EgressLedger {
  begin(intent: EgressIntent): Promise<string>
  end(id: string, outcome: EgressOutcome): Promise<void>
}

interface Ending {
  readonly status: number | null
  readonly responseBytes: number
  readonly reason?: EgressReason
}

/** A request in the ledger. Its outcome is written once; whoever ends it first says what it was. */
export interface Entry {
  sent(requestBytes: number): void
  close(result: EgressOutcome['result'], ending: Ending): Promise<void>
}

/** @throws what the ledger throws; then nothing may be sent */
export async function openEntry(ledger: EgressLedger, now: () => number, intent: EgressIntent): Promise<Entry> {
  const id = await ledger.begin(intent)
  let requestBytes = 0
  let closed: Promise<void> | null = null
  return {
    sent: (bytes) => {
      requestBytes = bytes
    },
    close: (result, { status, responseBytes, reason }) => {
      closed ??= ledger.end(id, { at: now(), result, reason: reason ?? null, status, requestBytes, responseBytes })
      return closed
    },
  }
}
