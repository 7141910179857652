import type { ReactNode } from 'react'
import { failedWith, type Failure } from '../../src-shared/errors/failure.ts'
import { explainHere } from '../copy/failures.ts'
import { app } from '../copy/app.ts'
import { ErrorPanel } from '../ui/index.ts'
import { Cover } from './cover.tsx'
import styles from './cover.module.css'

/** Why this page shows nothing, and how to come back. Trying again from here cannot work: a way in is good once. */
export function NotConnected({ failure }: { failure: Failure }): ReactNode {
  const { message, fix } = explainHere(failure)
  const isGone = failedWith(failure, 'NOT_CONNECTED') && failure.params.reason === 'gone'
  const title = isGone ? app.gone : app.notConnected
  return (
    <Cover>
      <h1 className={styles['title']}>{title}</h1>
      <ErrorPanel title={message} meaning={fix} details={failure.code} />
    </Cover>
  )
}
