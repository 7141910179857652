import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { toFailure } from '../../../src-shared/errors/failure.ts'
import { explainHere } from '../../copy/failures.ts'
import { bytes, count } from '../../copy/amounts.ts'
import { privacy as copy } from '../../copy/privacy.ts'
import { useQueries } from '../../rpc/index.ts'
import { Banner, Button, ErrorPanel, Skeleton } from '../../ui/index.ts'
import { Connections } from './connections.tsx'
import { verdictOf, type Verdict } from './verdict.ts'
import styles from './privacy.module.css'

/** The app's own limit for one answer; beyond it, the screen says that it looked at the last ones only. */
const LIMIT = 10_000

/** What the ledger of requests bears out, and the ledger itself. */
export function Ledger(): ReactNode {
  const ledger = useQuery(useQueries().egress.list.queryOptions({ input: { limit: LIMIT } }))
  if (ledger.error !== null) {
    const failure = toFailure(ledger.error)
  const explanation = explainHere(failure)
  const { code } = failure
    return (
      <ErrorPanel
        title={copy.failed}
        meaning={explanation.message}
        action={<Button onPress={() => void ledger.refetch()}>{copy.again}</Button>}
        details={code}
      />
    )
  }
  if (ledger.data === undefined) return <Skeleton label={copy.loading} />
  return (
    <>
      <Judgement verdict={verdictOf(ledger.data)} isWhole={ledger.data.length < LIMIT} />
      <Connections records={ledger.data} />
    </>
  )
}

function Judgement({ verdict, isWhole }: { verdict: Verdict; isWhole: boolean }): ReactNode {
  const words = copy.verdict
  const said = {
    nothing: { title: words.nothing, meaning: words.nothingMeaning(verdict.here) },
    'no-words': { title: words.noWords, meaning: words.noWordsMeaning(verdict.outside) },
    something: { title: words.left, meaning: words.leftMeaning(verdict.outside, bytes(verdict.sentBytes)) },
  }[verdict.left]
  return (
    <Banner tone={verdict.left === 'something' ? 'shared' : 'good'} title={said.title}>
      <p className={styles['meaning']}>{said.meaning}</p>
      {verdict.unsure > 0 && <p className={styles['meaning']}>{words.unsure(verdict.unsure)}</p>}
      {!isWhole && <p className={styles['meaning']}>{words.onlyLast(count(LIMIT))}</p>}
    </Banner>
  )
}
