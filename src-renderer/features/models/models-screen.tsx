import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ModelState } from '../../../src-shared/contract/models.ts'
import { models as copy } from '../../copy/models.ts'
import { useQueries } from '../../rpc/index.ts'
import { Banner, Button, Page, Quiet, Section, Skeleton } from '../../ui/index.ts'
import { sorted, usedAmong } from './choose.ts'
import { Engines } from './engines.tsx'
import { ModelRow } from './model-row.tsx'
import { usePulls } from './pulls.ts'
import { useNamedFile } from './use-named-file.ts'
import { FailurePanel } from '../failure/index.ts'
import styles from './models.module.css'

/** What hears recordings and makes summaries, and what of it is on this computer. */
export function ModelsScreen(): ReactNode {
  const list = useQuery(useQueries().models.list.queryOptions())
  return (
    <Page title={copy.title} intro={copy.intro}>
      {list.data !== undefined ? (
        <Speech models={list.data} />
      ) : list.error === null ? (
        <Skeleton label={copy.loading} shape="rows" count={4} />
      ) : (
        <FailurePanel title={copy.failed} error={list.error} action={<Button onPress={() => void list.refetch()}>{copy.again}</Button>} />
      )}
      <Engines />
    </Page>
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
    <Section title={copy.speech}>
      {!hasNamedFile && used === undefined && (
        <Banner title={copy.none}>
          <p>{copy.noneMeaning}</p>
        </Banner>
      )}
      {rows(first)}
      {rest.length > 0 && (
        <details className={styles['rest']}>
          <summary className={styles['fold']}>{copy.others(rest.length)}</summary>
          <Quiet>{copy.othersMeaning}</Quiet>
          {rows(rest)}
        </details>
      )}
      <Quiet>{copy.goesOut}</Quiet>
    </Section>
  )
}
