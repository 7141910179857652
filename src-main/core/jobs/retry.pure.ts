import { catalogue, type ErrorCode } from '../../../src-shared/errors/catalogue.ts'

export const MAX_ATTEMPTS = 4
const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 60_000

/**
 * What happens to a job that failed: again after a pause that doubles each time, or the person decides.
 * Only failures that may pass by themselves are tried again.
 * @param attempt how often it has been tried, this time included
 */
export function afterFailure(code: ErrorCode, attempt: number): { again: true; waitMs: number } | { again: false } {
  const { retry } = catalogue[code]
  const mayPass = code !== 'CANCELLED' && (retry === 'now' || retry === 'later')
  if (!mayPass || attempt >= MAX_ATTEMPTS) return { again: false }
  return { again: true, waitMs: Math.min(FIRST_WAIT_MS * 2 ** (attempt - 1), LONGEST_WAIT_MS) }
}
