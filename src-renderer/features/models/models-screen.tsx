import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ModelState } from '../../../src-shared/contract/models.ts'
import { toFailure } from '../../../src-shared/errors/failure.ts'
import { explainHere } from '../../copy/failures.ts'
import { models as copy } from '../../copy/models.ts'
import { useQueries } from '../../rpc/index.ts'
import { Banner, Button, ErrorPanel, Skeleton } from '../../ui/index.ts'
import { sorted, usedAmong } from './choose.ts'
import { Engines } from './engines.tsx'
import { ModelRow } from './model-row.tsx'
import { usePulls } from './pulls.ts'
import { useNamedFile } from './use-named-file.ts'
import styles from './models.module.css'

/** What hears recordings and makes summaries, and what of it is on this computer. */
export function ModelsScreen(): ReactNode {
  const list = useQuery(useQueries().models.list.queryOptions())
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1 className={styles['title']} tabIndex={-1}>
          {copy.title}
        </h1>
        <p className={styles['quiet']}>{copy.intro}</p>
      </header>
      {list.data !== undefined ? (
        <Speech models={list.data} />
      ) : list.error === null ? (
        <Skeleton label={copy.loading} shape="rows" count={4} />
      ) : (
        <ErrorPanel
          title={copy.failed}
          meaning={explainHere(toFailure(list.error)).message}
          action={<Button onPress={() => void list.refetch()}>{copy.again}</Button>}
          details={toFailure(list.error).code}
        />
      )}
      <Engines />
    </div>
  )
}

function Speech({ models }: { models: readonly ModelState[] }): ReactNode {
  const pulls = usePulls((state) => state.byName)
  const hasNamedFile = useNamedFile()
  const { first, rest } = sorted(models, (name) => pulls.has(name))
  // A file the person named in the environment goes before all of these.
  const used = hasNamedFile ? undefined : usedAmong(models)
  const rows = (some: readonly ModelState[]): ReactNode => (
    <ul className={styles['rows']}>
      {some.map((model) => (
        <ModelRow key={model.name} model={model} isUsed={model.name === used} />
      ))}
    </ul>
  )
  return (
    <section className={styles['section']}>
      <h2 className={styles['heading']}>{copy.speech}</h2>
      {!hasNamedFile && used === undefined && (
        <Banner title={copy.none}>
          <p>{copy.noneMeaning}</p>
        </Banner>
      )}
      {rows(first)}
      {rest.length > 0 && (
        <details className={styles['rest']}>
          <summary className={styles['fold']}>{copy.others(rest.length)}</summary>
          <p className={styles['quiet']}>{copy.othersMeaning}</p>
          {rows(rest)}
        </details>
      )}
      <p className={styles['quiet']}>{copy.goesOut}</p>
    </section>
  )
}
