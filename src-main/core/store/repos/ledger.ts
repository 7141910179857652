import { auditEntrySchema, checkpointSchema, type AuditEntry, type AuditEvent, type Checkpoint } from '../../../../src-shared/domain/audit.ts'
import { egressRecordSchema, type EgressIntent, type EgressOutcome, type EgressRecord } from '../../../../src-shared/domain/egress.ts'
import { genesisHead, nextEntry, type AuditHead } from '../../audit/index.ts'
import { fromJson, type Sql } from '../sql.ts'

interface AuditRow {
  seq: number
  at: string
  kind: string
  data: string
  prev: string
  hash: string
}

const entryOf = (row: AuditRow): AuditEntry => auditEntrySchema.parse({ ...row, data: fromJson(row.data) })

/** The audit log, its checkpoints, the egress ledger and the store's own small facts. */
export function ledgerRepo(db: Sql) {
  const insert = db.prepare('INSERT INTO audit (seq, at, kind, data, prev, hash) VALUES (@seq, @at, @kind, @data, @prev, @hash)')
  const head = db.prepare<[], AuditHead>('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1')
  const page = db.prepare<[number, number], AuditRow>('SELECT * FROM audit WHERE seq > ? ORDER BY seq LIMIT ?')
  const addCheckpoint = db.prepare('INSERT OR REPLACE INTO audit_checkpoints (seq, hash, at, signature) VALUES (@seq, @hash, @at, @signature)')
  const checkpoints = db.prepare<[], Checkpoint>('SELECT seq, hash, at, signature FROM audit_checkpoints ORDER BY seq')
  const addEgress = db.prepare('INSERT INTO egress (id, intent) VALUES (?, ?)')
  const endEgress = db.prepare('UPDATE egress SET outcome = ? WHERE id = ?')
  const egress = db.prepare<[number], { id: string; intent: string; outcome: string | null }>('SELECT * FROM egress ORDER BY id DESC LIMIT ?')
  const setMeta = db.prepare('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
  const meta = db.prepare<[string], { value: string }>('SELECT value FROM meta WHERE key = ?')

  return {
    /** Call inside the event's own transaction: the entry is there exactly when the event is. */
    append(event: AuditEvent, nowMs: number): AuditEntry {
      const entry = nextEntry(head.get() ?? genesisHead, { ...event, at: new Date(nowMs).toISOString() })
      insert.run({ ...entry, data: JSON.stringify(entry.data) })
      return entry
    },
    head: (): AuditHead => head.get() ?? genesisHead,
    page: (after: number, limit: number): AuditEntry[] => page.all(after, limit).map(entryOf),
    addCheckpoint: (checkpoint: Checkpoint): void => void addCheckpoint.run(checkpoint),
    checkpoints: (): Checkpoint[] => checkpointSchema.array().parse(checkpoints.all()),
    addEgress: (id: string, intent: EgressIntent): void => void addEgress.run(id, JSON.stringify(intent)),
    endEgress: (id: string, outcome: EgressOutcome): void => void endEgress.run(JSON.stringify(outcome), id),
    egress: (limit: number): EgressRecord[] =>
      egress
        .all(limit)
        .map(({ id, intent, outcome }) =>
          egressRecordSchema.parse({ id, intent: fromJson(intent), outcome: outcome === null ? null : fromJson(outcome) }),
        ),
    setMeta: (key: string, value: string): void => void setMeta.run(key, value),
    meta: (key: string): string | null => meta.get(key)?.value ?? null,
  }
}
