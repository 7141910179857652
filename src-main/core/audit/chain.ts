import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { AuditEntry, AuditEvent } from '../../../src-shared/domain/audit.ts'

/** The last entry's place and hash; `genesisHead` before there is one. */
export interface AuditHead {
  readonly seq: number
  readonly hash: string
}

export const genesisHead: AuditHead = { seq: -1, hash: '0'.repeat(64) }

/** Canonical JSON (RFC 8785): the one spelling that is hashed and signed. */
export function canonical(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new Error('not representable in JSON')
  return text
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export const entryHash = ({ seq, at, kind, data, prev }: Omit<AuditEntry, 'hash'>): string => sha256(canonical({ seq, at, kind, data, prev }))

/** The entry that follows a head. Synchronous, so that it can be made inside the event's own transaction. */
export function nextEntry(head: AuditHead, event: AuditEvent & { at: string }): AuditEntry {
  const entry = { seq: head.seq + 1, at: event.at, kind: event.kind, data: event.data, prev: head.hash }
  return { ...entry, hash: entryHash(entry) }
}
