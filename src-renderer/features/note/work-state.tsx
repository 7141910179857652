import { useMutation } from '@tanstack/react-query'
import { RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Job } from '../../../src-shared/domain/job.ts'
import { failureOf } from '../../../src-shared/errors/wire.ts'
import { toFailure } from '../../../src-shared/errors/failure.ts'
import { explainHere } from '../../copy/failures.ts'
import { note } from '../../copy/note.ts'
import { summaryLife } from '../../copy/summary-life.ts'
import { useSotto } from '../../rpc/index.ts'
import { Banner, Button, ErrorPanel, Progress } from '../../ui/index.ts'
import { isUnderWay, type Work } from './jobs.ts'
import styles from './note.module.css'

const copy = note.work
const CLOCK = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' })

/** What is being done with this note, what gave up, and what to do about it. Nothing once all is done. */
export function WorkState({ work }: { work: Work }): ReactNode {
  const current = work.jobs.find((job) => job.state === 'running' || job.state === 'waiting') ?? work.jobs.find((job) => job.state === 'queued')
  const stopped = work.jobs.find((job) => job.state === 'failed' || job.state === 'cancelled')
  if (current === undefined && stopped === undefined && work.failure === null) return null
  return (
    <div className={styles['work']}>
      {stopped === undefined ? current !== undefined && <UnderWay job={current} work={work} /> : <Stopped job={stopped} work={work} />}
      {work.failure !== null && (
        <Banner tone="warning" title={copy.notFollowed} actions={<Button onPress={work.watchAgain}>{copy.retry}</Button>}>
          {explainHere(work.failure).message}
        </Banner>
      )}
    </div>
  )
}

function UnderWay({ job, work }: { job: Job; work: Work }): ReactNode {
  const client = useSotto()
  const stage = copy.stage[job.kind]
  const cancel = useMutation({ mutationFn: () => client.jobs.cancel({ jobId: job.id }), onSettled: work.watchAgain })
  const later = work.jobs.filter((other) => other !== job && isUnderWay(other)).map((other) => copy.stage[other.kind])
  return (
    <Progress
      label={stage}
      isSpoken
      fraction={job.state === 'running' && job.progress > 0 ? job.progress : undefined}
      detail={detailOf(job) ?? (later.length === 0 ? undefined : copy.next(later))}
      actions={
        <Button variant="quiet" size="small" aria-label={copy.cancel(stage)} isPending={cancel.isPending} onPress={() => cancel.mutate()}>
          {note.cancel}
        </Button>
      }
    />
  )
}

function detailOf(job: Job): string | undefined {
  if (job.state === 'waiting') return copy.waiting(CLOCK.format(job.notBefore))
  if (job.phase === 'loading-model') return summaryLife.loading
  return job.state === 'queued' ? copy.queued : undefined
}

function Stopped({ job, work }: { job: Job; work: Work }): ReactNode {
  const client = useSotto()
  const retry = useMutation({ mutationFn: () => client.jobs.retry({ jobId: job.id }), onSettled: work.watchAgain })
  const stage = copy.stage[job.kind]
  const again = (
    <Button icon={RotateCw} isPending={retry.isPending} onPress={() => retry.mutate()}>
      {copy.retry}
    </Button>
  )
  if (job.state === 'cancelled') {
    return (
      <Banner title={copy.cancelled(stage)} actions={again}>
        {copy.kept}
      </Banner>
    )
  }
  const failure =
    retry.error === null ? failureOf({ code: job.error?.code ?? 'INTERNAL', data: job.error?.params ?? {}, message: '' }) : toFailure(retry.error)
  const { message, fix } = explainHere(failure)
  return (
    <ErrorPanel
      title={copy.failed(stage)}
      meaning={
        <>
          <p>{message}</p>
          {fix !== undefined && <p>{fix}</p>}
          <p>{copy.kept}</p>
        </>
      }
      action={again}
      details={failure.code}
    />
  )
}
