import { useState, type ReactNode } from 'react'
import type { EgressRecord } from '../../../src-shared/domain/egress.ts'
import { bytes, momentOf } from '../../copy/amounts.ts'
import { privacy } from '../../copy/privacy.ts'
import { Badge, Button, type Column, Quiet, Section, Table } from '../../ui/index.ts'
import { isThisComputer } from './verdict.ts'
import styles from './privacy.module.css'

const copy = privacy.connections
const AT_FIRST = 10

const COLUMNS: readonly Column<EgressRecord>[] = [
  { id: 'when', title: copy.when, cell: ({ intent }) => <time dateTime={new Date(intent.at).toISOString()}>{momentOf(intent.at)}</time> },
  { id: 'where', title: copy.where, isRowHeader: true, cell: ({ intent }) => placeOf(intent) },
  { id: 'why', title: copy.why, cell: ({ intent }) => copy.purpose[intent.purpose] },
  { id: 'sent', title: copy.sent, isNumber: true, cell: ({ outcome }) => (outcome === null ? '–' : bytes(outcome.requestBytes)) },
  { id: 'received', title: copy.received, isNumber: true, cell: ({ outcome }) => (outcome === null ? '–' : bytes(outcome.responseBytes)) },
  { id: 'result', title: copy.result, cell: ({ outcome }) => <Result outcome={outcome} /> },
]

/** Every request there was: when, where to, why, how much, and how it ended. The newest ones at first, all on demand. */
export function Connections({ records }: { records: readonly EgressRecord[] }): ReactNode {
  const [isWhole, setWhole] = useState(false)
  const newest = [...records].sort((a, b) => b.intent.at - a.intent.at)
  return (
    <Section title={copy.title}>
      <Quiet>{records.length === 0 ? `${copy.meaning} ${copy.none}` : copy.meaning}</Quiet>
      {records.length > 0 && (
        <Table caption={copy.title} isCaptionHidden columns={COLUMNS} rows={isWhole ? newest : newest.slice(0, AT_FIRST)} keyOf={({ id }) => id} />
      )}
      {!isWhole && records.length > AT_FIRST && (
        <div>
          <Button onPress={() => setWhole(true)}>{copy.more(records.length)}</Button>
        </div>
      )}
    </Section>
  )
}

function placeOf({ host, port, path }: EgressRecord['intent']): ReactNode {
  if (host === '') return copy.unreadable
  const address = `${host}:${port}${path ?? ''}`
  return isThisComputer(host) ? (
    <>
      {copy.here} <span className={styles['address']}>{address}</span>
    </>
  ) : (
    <span className={styles['address']}>{address}</span>
  )
}

function Result({ outcome }: Pick<EgressRecord, 'outcome'>): ReactNode {
  if (outcome === null) return <Badge tone="warning">{copy.noEnd}</Badge>
  const words = copy.results[outcome.result]
  if (outcome.result === 'ok') return words
  return outcome.reason === null ? words : `${words}: ${copy.reasons[outcome.reason]}`
}
