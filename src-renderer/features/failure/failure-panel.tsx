import type { ReactNode } from 'react'
import { toFailure } from '../../../src-shared/errors/failure.ts'
import { explainHere } from '../../copy/failures.ts'
import { ErrorPanel, type ErrorPanelProps } from '../../ui/index.ts'

export interface FailurePanelProps extends Pick<ErrorPanelProps, 'action' | 'headingLevel'> {
  /** Whatever a call threw; null: nothing, and nothing is shown. */
  error: unknown
  /** What was being done, where the failure's own words do not say it. */
  title?: string
}

/** What went wrong, what to do about it, and its code to copy: one look for whatever a call may throw. */
export function FailurePanel({ error, title, ...rest }: FailurePanelProps): ReactNode {
  if (error === null) return null
  const failure = toFailure(error)
  const { message, fix } = explainHere(failure)
  const words = title === undefined ? { title: message, meaning: fix } : { title, meaning: [message, fix].filter(Boolean).join(' ') }
  return <ErrorPanel {...words} details={failure.code} {...rest} />
}
