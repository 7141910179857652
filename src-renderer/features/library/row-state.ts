import type { ListedNote } from '../../../src-shared/contract/app.ts'
import { JOB_KINDS, type Job } from '../../../src-shared/domain/job.ts'
import type { Failure } from '../../../src-shared/errors/failure.ts'
import { failureOf } from '../../../src-shared/errors/wire.ts'

/** How a meeting stands, for its row: the one job that matters now, and what it failed with. */
export type RowState =
  | { readonly is: 'recording' }
  | { readonly is: 'working'; readonly job: Job | undefined }
  | { readonly is: 'ready' }
  | { readonly is: 'cancelled'; readonly job: Job }
  | { readonly is: 'failed'; readonly job: Job | undefined; readonly failure: Failure | undefined }

/** @param jobs all jobs of the note, in any order */
export function rowStateOf({ state, ending }: Pick<ListedNote, 'state' | 'ending'>, jobs: readonly Job[]): RowState {
  if (ending === 'under-way') return { is: 'recording' }
  // Asked for again, a stage has a newer job; a stage that failed holds back those behind it.
  const stages = JOB_KINDS.flatMap((kind) => jobs.filter((job) => job.kind === kind).toSorted((a, b) => (a.id < b.id ? -1 : 1)).at(-1) ?? [])
  const job = stages.find((stage) => stage.state !== 'done')
  if (job?.state === 'failed') return failedAs(job)
  if (job?.state === 'cancelled') return state === 'ready' ? { is: 'ready' } : { is: 'cancelled', job }
  if (job !== undefined || state === 'processing') return { is: 'working', job }
  return state === 'ready' ? { is: 'ready' } : failedAs(undefined)
}

const failedAs = (job: Job | undefined): RowState => ({
  is: 'failed',
  job,
  failure: job === undefined || job.error === null ? undefined : failureOf({ code: job.error.code, data: job.error.params, message: '' }),
})
