import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { NotebookPen, RotateCw } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { ShownNote } from '../../../src-shared/contract/app.ts'
import type { TypedLine } from '../../../src-shared/domain/own-line.ts'
import { templateChoiceSchema } from '../../../src-shared/domain/template.ts'
import { clock } from '../../copy/amounts.ts'
import { ownNotes as copy } from '../../copy/own-notes.ts'
import { useNames, useQueries, useSotto } from '../../rpc/index.ts'
import { Banner, Button } from '../../ui/index.ts'
import { keeperOf, OwnNotesEditor } from '../own-notes/index.ts'
import { Chips, type Evidence } from './evidence.tsx'
import { isUnderWay, type Work } from './jobs.ts'
import { Words } from './words.tsx'
import styles from './own-notes.module.css'

/** What the person wrote down, in their words, and below each line what the recording says of it. */
export function OwnNotes({ note, work, evidence }: { note: ShownNote; work: Work; evidence: Evidence }): ReactNode {
  const client = useSotto()
  const queries = useQueries()
  const cache = useQueryClient()
  const reveal = useNames((names) => names.areShown)
  const [isEditing, setEditing] = useState(false)
  const read = useQuery(queries.ownNotes.read.queryOptions({ input: { id: note.id, reveal } }))
  const isBusy = work.jobs.some(isUnderWay)
  const again = useMutation({
    mutationFn: () => client.notes.resummarize({ id: note.id, params: paramsOf(note) }),
    onSuccess: work.watchAgain,
  })
  const finish = useMutation({
    mutationFn: async () => {
      const keeper = keeperOf(note.id, client)
      await keeper.settle()
      await cache.invalidateQueries({ queryKey: queries.ownNotes.key() })
      // The built-in engine is quick; a model is asked when the person asks.
      if (keeper.current().summaryIsStale && note.summary?.engine.engine === 'embedded' && !isBusy) again.mutate()
    },
    onSuccess: () => setEditing(false),
  })
  const lines = read.data?.lines ?? []
  // Both are read with names, or both without.
  const isStale = note.summary !== null && note.revealed === reveal && wordsOf(note.summary.own) !== wordsOf(lines)
  const edit = (
    <Button
      variant="quiet"
      size="small"
      icon={NotebookPen}
      disabledBecause={reveal ? undefined : copy.namesFirst}
      onPress={() => setEditing(true)}
    >
      {lines.length === 0 ? copy.write : copy.edit}
    </Button>
  )
  if (!isEditing && lines.length === 0) return <div>{edit}</div>
  return (
    <section className={styles['section']} aria-labelledby="own-notes">
      <div className={styles['head']}>
        <h2 id="own-notes" className={styles['heading']}>
          {copy.title}
        </h2>
        {isEditing ? (
          <Button variant="primary" size="small" isPending={finish.isPending} onPress={() => finish.mutate()}>
            {copy.done}
          </Button>
        ) : (
          edit
        )}
      </div>
      {isEditing ? (
        <OwnNotesEditor noteId={note.id} autoFocus />
      ) : (
        <>
          {isStale && !isBusy && (
            <Banner
              title={copy.stale}
              actions={
                <Button icon={RotateCw} isPending={again.isPending} onPress={() => again.mutate()}>
                  {copy.again}
                </Button>
              }
            />
          )}
          <p className={styles['meaning']}>{copy.meaning}</p>
          <ul className={styles['lines']}>
            {lines.map((line) => (
              <Line key={line.id} line={line} note={note} evidence={evidence} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Line({ line: { id, atMs, text }, note, evidence }: { line: TypedLine; note: ShownNote; evidence: Evidence }): ReactNode {
  const part = note.summary?.own?.find(({ line, text: was }) => line === id && was === text)
  return (
    <li className={styles['line']}>
      {atMs === null ? <span /> : <Moment atMs={atMs} evidence={evidence} />}
      <div>
        <p className={styles['own']} dir="auto">
          <Words text={text} />
        </p>
        {part === undefined ? (
          note.summary !== null && <p className={styles['none']}>{copy.notYet}</p>
        ) : part.lines.length === 0 ? (
          <p className={styles['none']}>{copy.notFound}</p>
        ) : (
          <ul className={styles['found']} aria-label={copy.found(text)}>
            {part.lines.map((found) => (
              <li key={found.text}>
                <Words text={found.text} />{' '}
                {found.unsupported === true ? (
                  <span className={styles['none']}>{copy.notFound}</span>
                ) : (
                  <Chips lines={found.segments} evidence={evidence} />
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}

/** Leads to what was being said when the line was begun. */
function Moment({ atMs, evidence }: { atMs: number; evidence: Evidence }): ReactNode {
  const at = evidence.segments.findLastIndex(({ startMs }) => startMs !== null && startMs <= atMs)
  const time = clock(atMs)
  return (
    <button type="button" className={styles['moment']} aria-label={copy.at(time)} onClick={() => evidence.onShow([Math.max(0, at)])}>
      {time}
    </button>
  )
}

const wordsOf = (lines: readonly { readonly text: string }[] = []): string => JSON.stringify(lines.map(({ text }) => text))

/** The same engine and template again. */
function paramsOf({ summary }: ShownNote) {
  const { engine = 'embedded', model, template = 'general', customTemplate } = summary?.engine ?? {}
  const choice = templateChoiceSchema.safeParse({ name: template, ...(customTemplate === undefined ? {} : { custom: customTemplate }) })
  return {
    engine,
    ...(engine === 'ollama' && model !== undefined ? { model } : {}),
    ...(choice.success ? { template: choice.data } : {}),
  } as const
}
