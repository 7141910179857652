import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { ShownNote, ShownSummary } from '../../../src-shared/contract/app.ts'
import { diffSummaries, type LineChange } from '../../../src-shared/domain/summary-diff.ts'
import { momentOf } from '../../copy/amounts.ts'
import { summaryLife } from '../../copy/summary-life.ts'
import { useQueries } from '../../rpc/index.ts'
import { Badge, Button, Dialog, Select, Skeleton } from '../../ui/index.ts'
import { Words } from './words.tsx'
import styles from './note.module.css'

const copy = summaryLife.compare
const TONES = { new: 'good', gone: 'warning', reworded: 'plain' } as const

/** What one summary of the note has that another has not; the last two to begin with. */
export function CompareSummaries({ note, onClose }: { note: ShownNote; onClose: () => void }): ReactNode {
  const { data: versions } = useQuery(useQueries().notes.summaryVersions.queryOptions({ input: { id: note.id, reveal: note.revealed } }))
  return (
    <Dialog isOpen onClose={onClose} size="large" title={copy.title} leaveAction={<Button onPress={onClose}>{copy.close}</Button>}>
      {versions === undefined ? <Skeleton label={copy.loading} count={4} /> : <Compared versions={versions} />}
    </Dialog>
  )
}

interface Version {
  readonly id: string
  readonly createdAt: number
  readonly summary: ShownSummary
}

function Compared({ versions }: { versions: readonly Version[] }): ReactNode {
  const [older, setOlder] = useState(versions.at(-2)?.id ?? versions.at(-1)?.id ?? null)
  const [newer, setNewer] = useState(versions.at(-1)?.id ?? null)
  const options = versions.map(({ id, createdAt, summary }, at) => ({ id, label: copy.version(at + 1, makerOf(summary), momentOf(createdAt)) }))
  const [one, other] = [versions.find(({ id }) => id === older), versions.find(({ id }) => id === newer)]
  const changes = one === undefined || other === undefined ? [] : diffSummaries(one.summary, other.summary)
  return (
    <div className={styles['form']}>
      <Select label={copy.older} options={options} value={older} onChange={setOlder} />
      <Select label={copy.newer} options={options} value={newer} onChange={setNewer} />
      {changes.length === 0 && <p className={styles['quiet']}>{versions.length < 2 ? copy.onlyOne : copy.same}</p>}
      <ul className={styles['changes']} aria-label={copy.title}>
        {changes.map((change, at) => (
          <li key={at} className={styles['change']}>
            <Change change={change} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Change({ change: { section, change, before, after } }: { change: LineChange }): ReactNode {
  return (
    <>
      <p className={styles['quiet']}>
        <Badge tone={TONES[change]}>{copy.change[change]}</Badge> {titleOf(section)}
      </p>
      <p dir="auto">
        <Words text={after ?? before ?? ''} />
      </p>
      {change === 'reworded' && before !== undefined && (
        <p className={styles['quiet']} dir="auto">
          {copy.was} <Words text={before} />
        </p>
      )}
    </>
  )
}

/** A list's title, or the heading of a template's section. */
const titleOf = (section: string): string => new Map<string, string>(Object.entries(summaryLife.sections)).get(section) ?? section
const makerOf = ({ engine }: ShownSummary): string => (engine.engine === 'embedded' ? copy.builtIn : (engine.model ?? 'Ollama'))
