import { describe, expect, it } from 'vitest'
import { afterFailure, MAX_ATTEMPTS } from '../../../src-main/core/jobs/retry.pure.ts'

describe('a failed job', () => {
  it('is tried again after a pause that doubles, as long as it may pass by itself', () => {
    const waits = Array.from({ length: MAX_ATTEMPTS }, (_, at) => afterFailure('WORKER_DIED', at + 1))
    expect(waits).toEqual([{ again: true, waitMs: 500 }, { again: true, waitMs: 1000 }, { again: true, waitMs: 2000 }, { again: false }])
  })

  it('waits for the person where trying again cannot help', () => {
    for (const code of ['STORE_DAMAGED', 'BAD_TRANSCRIPT', 'CANCELLED', 'NOT_FOUND'] as const) expect(afterFailure(code, 1)).toEqual({ again: false })
  })
})
