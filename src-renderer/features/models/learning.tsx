import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { RefitReport } from '../../../src-shared/contract/learning.ts'
import { summaryLife } from '../../copy/summary-life.ts'
import { useQueries, useSotto } from '../../rpc/index.ts'
import { Button, Quiet } from '../../ui/index.ts'
import { FailurePanel } from '../failure/index.ts'
import styles from './models.module.css'

const copy = summaryLife.learning

/** Whether the built-in engine weighs action items as it came or as this person does, with a way from the one to the other. */
export function Learning(): ReactNode {
  const client = useSotto()
  const queries = useQueries()
  const cache = useQueryClient()
  const weights = useQuery(queries.learning.weights.queryOptions({ input: {} }))
  const again = (): Promise<void> => cache.invalidateQueries({ queryKey: queries.learning.key() })
  const refit = useMutation({ mutationFn: () => client.learning.refit({}), onSuccess: again })
  const reset = useMutation({ mutationFn: () => client.learning.reset({}), onSuccess: () => (refit.reset(), again()) })
  const problem = refit.error ?? reset.error
  const isOwn = weights.data?.origin === 'this-machine'
  return (
    <li className={styles['row']}>
      <div className={styles['line']}>
        <div className={styles['what']}>
          <h3 className={styles['name']}>{copy.title}</h3>
          <Quiet>
            {isOwn ? copy.own : copy.shipped} {copy.meaning}
          </Quiet>
          <div role="status">
            {refit.data !== undefined && <Outcome report={refit.data.report} />}
            {reset.isSuccess && refit.data === undefined && <Quiet>{copy.wasReset}</Quiet>}
          </div>
          <FailurePanel error={problem} headingLevel={3} />
        </div>
        <Button size="small" isPending={refit.isPending} onPress={() => refit.mutate()}>
          {copy.refit}
        </Button>
        {isOwn && (
          <Button size="small" variant="quiet" isPending={reset.isPending} onPress={() => reset.mutate()}>
            {copy.reset}
          </Button>
        )}
      </div>
    </li>
  )
}

function Outcome({ report: { outcome, kept, dropped, agreement, changes } }: { report: RefitReport }): ReactNode {
  if (outcome === 'too-few') return <Quiet>{copy.outcome['too-few'](kept + dropped)}</Quiet>
  if (outcome === 'no-better') return <Quiet>{copy.outcome['no-better']}</Quiet>
  return (
    <>
      <Quiet>{copy.outcome.refitted(agreement.before, agreement.after, agreement.of)}</Quiet>
      <details>
        <summary>{copy.changes}</summary>
        <ul>
          {changes.map(({ feature, from, to }) => (
            <li key={feature} className={styles['quiet']}>
              {feature}: {from} → {to}
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}
