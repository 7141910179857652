import { describe, expect, it } from 'vitest'
import { jobSchema, type Job } from '../../../src-shared/domain/job.ts'
import { rowStateOf } from '../../../src-renderer/features/library/row-state.ts'

const NOTE = '01JD0V2M8C6Q0W6R1X3T5Z7B9D'
const job = (order: number, kind: Job['kind'], state: Job['state'], error: Job['error'] = null): Job =>
  jobSchema.parse({ id: `01JD0V2M8C6Q0W6R1X3T5Z7B${order}0`, noteId: NOTE, kind, state, attempt: 1, progress: 0, notBefore: 0, params: {}, error })

describe('how a meeting stands in its row', () => {
  it('is at the first stage that is not done', () => {
    const jobs = [job(3, 'summarize', 'queued'), job(1, 'transcribe', 'done'), job(2, 'redact', 'running')]
    expect(rowStateOf({ state: 'processing' }, jobs)).toMatchObject({ is: 'working', job: { kind: 'redact' } })
    expect(rowStateOf({ state: 'processing' }, [])).toEqual({ is: 'working', job: undefined })
  })

  it('needs the person when a stage failed, though those behind it are still queued', () => {
    const jobs = [job(1, 'transcribe', 'failed', { code: 'NOTHING_HEARD', params: { seconds: 4 } }), job(2, 'redact', 'queued')]
    expect(rowStateOf({ state: 'failed' }, jobs)).toMatchObject({ is: 'failed', failure: { code: 'NOTHING_HEARD' } })
  })

  it('is recorded as long as it is, whatever jobs there are', () => {
    expect(rowStateOf({ state: 'processing', ending: 'under-way' }, [])).toEqual({ is: 'recording' })
    expect(rowStateOf({ state: 'ready', ending: 'cut-off' }, [])).toEqual({ is: 'ready' })
  })

  it('forgets a failure once the stage was asked for again', () => {
    const failed = job(1, 'summarize', 'failed', { code: 'WORKER_DIED', params: { worker: 'text' } })
    expect(rowStateOf({ state: 'ready' }, [failed])).toMatchObject({ is: 'failed', failure: { code: 'WORKER_DIED' } })
    expect(rowStateOf({ state: 'ready' }, [failed, job(2, 'summarize', 'done')])).toEqual({ is: 'ready' })
  })

  it('is ready when only a further summary was cancelled, and cancelled when the work was', () => {
    expect(rowStateOf({ state: 'ready' }, [job(1, 'summarize', 'cancelled')])).toEqual({ is: 'ready' })
    expect(rowStateOf({ state: 'failed' }, [job(1, 'transcribe', 'cancelled')])).toMatchObject({ is: 'cancelled' })
  })
})
