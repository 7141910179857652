import type { AuditEntry, Checkpoint } from '../../../src-shared/domain/audit.ts'
import { canonical, entryHash, genesisHead, type AuditHead } from './chain.ts'
import { verifySignature, type Device, type PublicJwk } from './device.ts'

export type ChainProblem = 'hash' | 'link' | 'sequence' | 'checkpoint' | 'truncated'

export type ChainResult =
  | { readonly ok: true; readonly entries: number; readonly head: AuditHead }
  | { readonly ok: false; readonly entries: number; readonly firstBad: number; readonly problem: ChainProblem }

const signedText = ({ seq, hash, at }: Omit<Checkpoint, 'signature'>): string => canonical({ v: 1, purpose: 'sotto-audit-checkpoint', seq, hash, at })

/** Signs the head as it is now. */
export function signCheckpoint({ seq, hash }: AuditHead, at: string, device: Device): Checkpoint {
  return { seq, hash, at, signature: device.sign(signedText({ seq, hash, at })) }
}

/** What somebody else remembers of the log: as many entries as there were, and the last one's hash. */
export interface RememberedHead {
  readonly count: number
  readonly head: string
}

/**
 * Checks every hash, link, number and checkpoint. A checkpoint beyond the last entry shows a cut tail; whoever can also
 * delete checkpoints is found out by what was remembered elsewhere, which must be this log's beginning.
 * @param firstBad of the result: number of the first entry that does not fit, counted from 0
 */
export function verifyChain(
  entries: readonly AuditEntry[],
  checkpoints: readonly Checkpoint[],
  publicJwk: PublicJwk,
  remembered?: RememberedHead,
): ChainResult {
  const bad = (firstBad: number, problem: ChainProblem): ChainResult => ({ ok: false, entries: entries.length, firstBad, problem })
  let head = genesisHead
  for (const entry of entries) {
    const place = head.seq + 1
    if (entry.seq !== place) return bad(place, 'sequence')
    if (entry.prev !== head.hash) return bad(place, 'link')
    if (entry.hash !== entryHash(entry)) return bad(place, 'hash')
    head = { seq: entry.seq, hash: entry.hash }
  }
  for (const checkpoint of checkpoints) {
    const entry = entries[checkpoint.seq]
    if (entry === undefined) return bad(entries.length, 'truncated')
    if (entry.hash !== checkpoint.hash || !verifySignature(signedText(checkpoint), checkpoint.signature, publicJwk)) {
      return bad(checkpoint.seq, 'checkpoint')
    }
  }
  if (remembered !== undefined) {
    if (remembered.count > entries.length) return bad(entries.length, 'truncated')
    const last = remembered.count === 0 ? genesisHead : entries[remembered.count - 1]
    if (last?.hash !== remembered.head) return bad(Math.max(0, remembered.count - 1), 'checkpoint')
  }
  return { ok: true, entries: entries.length, head }
}
