import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { bytes, count } from '../../copy/amounts.ts'
import { privacy as copy } from '../../copy/privacy.ts'
import { useQueries } from '../../rpc/index.ts'
import { Banner, Button, Quiet, Skeleton } from '../../ui/index.ts'
import { Connections } from './connections.tsx'
import { verdictOf, type Verdict } from './verdict.ts'
import { FailurePanel } from '../failure/index.ts'

/** The app's own limit for one answer; beyond it, the screen says that it looked at the last ones only. */
const LIMIT = 10_000

/** What the ledger of requests bears out, and the ledger itself. */
export function Ledger(): ReactNode {
  const ledger = useQuery(useQueries().egress.list.queryOptions({ input: { limit: LIMIT } }))
  if (ledger.error !== null)
    return <FailurePanel title={copy.failed} error={ledger.error} action={<Button onPress={() => void ledger.refetch()}>{copy.again}</Button>} />
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
      <Quiet>{said.meaning}</Quiet>
      {verdict.unsure > 0 && <Quiet>{words.unsure(verdict.unsure)}</Quiet>}
      {!isWhole && <Quiet>{words.onlyLast(count(LIMIT))}</Quiet>}
    </Banner>
  )
}
