import { useMutation } from '@tanstack/react-query'
import { FileText, RotateCw, Sparkles } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ShownNote } from '../../../src-shared/contract/app.ts'
import type { JobParams } from '../../../src-shared/domain/job.ts'
import { templateChoiceSchema } from '../../../src-shared/domain/template.ts'
import { failureOf } from '../../../src-shared/errors/wire.ts'
import { explainHere } from '../../copy/failures.ts'
import { allOf, many } from '../../copy/amounts.ts'
import { note as copy } from '../../copy/note.ts'
import { summaryLife } from '../../copy/summary-life.ts'
import { useSotto } from '../../rpc/index.ts'
import { Banner, Button, EmptyState } from '../../ui/index.ts'
import type { Evidence } from './evidence.tsx'
import { isUnderWay, type Work } from './jobs.ts'
import { useRemake } from './judging.ts'
import { isSoundAlone, SoundAlone } from './sound-alone.tsx'
import { useStale } from './stale.ts'
import { SummaryView } from './summary-view.tsx'
import { FailurePanel } from '../failure/index.ts'
import styles from './note.module.css'

/** The summary with what has to be known about it: whether it is old, or stands in for another. */
export function SummaryPane({ note, work, evidence }: { note: ShownNote; work: Work; evidence: Evidence }): ReactNode {
  const client = useSotto()
  const isStale = useStale((stale) => stale.ids.has(note.id))
  const isBusy = work.jobs.some(isUnderWay)
  const isStopped = work.jobs.some((job) => job.state === 'failed' || job.state === 'cancelled')
  const { summary } = note
  const wanted = summary?.engine.fallbackFrom?.engine ?? summary?.engine.engine ?? 'embedded'
  // The same model again, as long as it was a model that made it.
  const model = wanted === 'ollama' ? (summary?.engine.model ?? summary?.engine.fallbackFrom?.model) : undefined
  const redo = useMutation({
    mutationFn: () => client.notes.resummarize({ id: note.id, params: { engine: wanted, ...(model !== undefined && { model }), ...kindOf(summary) } }),
    onSuccess: () => {
      useStale.getState().settle(note.id)
      work.watchAgain()
    },
  })
  const again = (
    <Button icon={RotateCw} isPending={redo.isPending} disabledBecause={isBusy ? copy.work.busy : undefined} onPress={() => redo.mutate()}>
      {copy.summary.redo}
    </Button>
  )
  const remake = useRemake(note.id, { engine: wanted, model }, work.watchAgain)
  if (isSoundAlone(note) && !isBusy) return <SoundAlone note={note} work={work} />
  const problem = redo.error ?? remake.error
  const judging = {
    noteId: note.id,
    cannotEditBecause: note.revealed ? undefined : summaryLife.line.editNamesFirst,
    cannotRemakeBecause: isBusy ? copy.work.busy : undefined,
    remake: remake.mutate,
  }
  return (
    <div className={styles['pane']}>
      <FailurePanel error={problem} />
      {summary === null ? (
        <NoSummary
          state={isStopped ? 'stopped' : isBusy || note.segments.length === 0 ? 'coming' : 'missing'}
          onMake={() => redo.mutate()}
          isPending={redo.isPending}
        />
      ) : (
        <>
          {isStale && <Banner tone="warning" title={copy.summary.stale} actions={again} />}
          {summary.engine.fallbackFrom !== undefined && (
            <Banner tone="warning" title={copy.summary.fallback} actions={again}>
              {whyNot(summary.engine.fallbackFrom)}
            </Banner>
          )}
          <SummaryView summary={summary} evidence={evidence} judging={judging} />
        </>
      )}
      <Hidden redactions={note.redactions} />
    </div>
  )
}

/** The same kind of notes as before. */
function kindOf(summary: ShownNote['summary']): Pick<JobParams, 'template'> {
  if (summary === null) return {}
  const { template: name, customTemplate: custom, manner } = summary.engine
  const parsed = templateChoiceSchema.safeParse({ name, ...(custom !== undefined && { custom }), ...(manner !== undefined && { manner }) })
  return parsed.success ? { template: parsed.data } : {}
}

/** Why the engine that was asked for is not the one that made it, and what helps. */
function whyNot({ code, params = {} }: NonNullable<NonNullable<ShownNote['summary']>['engine']['fallbackFrom']>): string {
  const { message, fix } = explainHere(failureOf({ code, data: params, message: '' }))
  return fix === undefined ? message : `${message} ${fix}`
}

type Absence = 'coming' | 'stopped' | 'missing'

function NoSummary({ state, onMake, isPending }: { state: Absence; onMake: () => void; isPending: boolean }): ReactNode {
  return (
    <EmptyState
      glyph={FileText}
      title={copy.summary.none}
      {...(state === 'missing' && {
        actions: (
          <Button variant="primary" icon={Sparkles} isPending={isPending} onPress={onMake}>
            {copy.summary.make}
          </Button>
        ),
      })}
    >
      {copy.summary.absent[state]}
    </EmptyState>
  )
}

/** What this note keeps from everything that makes summaries, in numbers. */
function Hidden({ redactions }: { redactions: ShownNote['redactions'] }): ReactNode {
  if (redactions.length === 0) return null
  const tokens = new Map<ShownNote['redactions'][number]['type'], number>()
  for (const { type } of redactions) tokens.set(type, (tokens.get(type) ?? 0) + 1)
  const words = [...tokens].map(([type, of]) => many(of, copy.hidden.type[type], copy.hidden.types[type]))
  return (
    <p className={styles['hidden']}>
      <strong>{copy.summary.hiddenHere}:</strong> {allOf(words)}. {copy.summary.hiddenMeaning}
    </p>
  )
}
