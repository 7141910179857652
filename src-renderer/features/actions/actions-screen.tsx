import { useQuery } from '@tanstack/react-query'
import { ListChecks } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { ListedAction } from '../../../src-shared/contract/app.ts'
import { actions as copy } from '../../copy/actions.ts'
import { meetingDay, shortDay } from '../../copy/amounts.ts'
import { hrefOf, useNames, useQueries } from '../../rpc/index.ts'
import { Button, EmptyState, Link, Page, Segmented, Select, Skeleton } from '../../ui/index.ts'
import { ActionRow } from './action-row.tsx'
import { arrange, ownersOf, type Group, type Order } from './arrange.ts'
import { plainWords, Words } from '../note/index.ts'
import { FailurePanel } from '../failure/index.ts'
import styles from './actions.module.css'

const ANYONE = 'anyone'
const UNASSIGNED = 'unassigned'
const ownerId = (owner: string): string => `owner:${owner}`

/** What was promised in every meeting: by whom, until when, and where it was said. */
export function ActionsScreen(): ReactNode {
  const reveal = useNames((names) => names.areShown)
  const list = useQuery(useQueries().actions.list.queryOptions({ input: { reveal } }))
  return (
    <Page title={copy.title} intro={copy.intro}>
      {list.data !== undefined ? (
        <Listed all={list.data} />
      ) : list.error === null ? (
        <Skeleton label={copy.loading} shape="rows" count={4} />
      ) : (
        <FailurePanel title={copy.failed} error={list.error} action={<Button onPress={() => void list.refetch()}>{copy.again}</Button>} />
      )}
    </Page>
  )
}

function Listed({ all }: { all: readonly ListedAction[] }): ReactNode {
  const [tier, setTier] = useState<'open' | 'possible'>('open')
  const [owner, setOwner] = useState(ANYONE)
  const [order, setOrder] = useState<Order>('meeting')
  const isPossible = ({ possible }: ListedAction): boolean => possible === true
  const ofTier = all.filter((action) => isPossible(action) === (tier === 'possible'))
  const owners = ownersOf(all)
  // Names that were hidden or shown meanwhile are other words: then nobody is chosen any more.
  const chosen = owner === ANYONE || owner === UNASSIGNED || owners.some((name) => ownerId(name) === owner) ? owner : ANYONE
  const fits = (action: ListedAction): boolean =>
    chosen === ANYONE || (action.owner === undefined ? chosen === UNASSIGNED : chosen === ownerId(action.owner))
  const groups = arrange(ofTier.filter(fits), order)
  const possible = all.filter(isPossible).length

  if (all.length === 0) {
    return (
      <EmptyState glyph={ListChecks} title={copy.none} actions={<Link href={hrefOf({ screen: 'library' })}>{copy.toLibrary}</Link>}>
        {copy.noneMeaning}
      </EmptyState>
    )
  }
  return (
    <>
      <div className={styles['filters']}>
        <Segmented
          label={copy.show}
          value={tier}
          onChange={setTier}
          segments={[
            { id: 'open', label: copy.open(all.length - possible) },
            { id: 'possible', label: copy.possible(possible) },
          ]}
        />
        <div className={styles['selects']}>
          <Select
            label={copy.owner}
            isLabelHidden
            value={chosen}
            onChange={setOwner}
            options={[
              { id: ANYONE, label: copy.anyone },
              { id: UNASSIGNED, label: copy.unassigned },
              ...owners.map((name) => ({ id: ownerId(name), label: plainWords(name) })),
            ]}
          />
          <Select
            label={copy.order}
            isLabelHidden
            value={order}
            onChange={setOrder}
            options={[
              { id: 'meeting', label: copy.byMeeting },
              { id: 'due', label: copy.byDue },
            ]}
          />
        </div>
      </div>
      {tier === 'possible' && <p className={styles['intro']}>{copy.possibleMeaning}</p>}
      {groups.length === 0 ? (
        <EmptyState title={copy.noneLike} actions={<Button onPress={() => setOwner(ANYONE)}>{copy.all}</Button>}>
          {chosen === ANYONE ? copy.noneMeaning : copy.noneLikeMeaning}
        </EmptyState>
      ) : (
        groups.map((group) => (
          <section key={group.id} className={styles['group']}>
            <GroupHead group={group} order={order} />
            <ul className={styles['rows']}>
              {group.actions.map((action, at) => (
                // One sentence may be a promise of several people.
                <ActionRow key={at} action={action} hasOwnNote={order === 'due'} />
              ))}
            </ul>
          </section>
        ))
      )}
    </>
  )
}

function GroupHead({ group, order }: { group: Group; order: Order }): ReactNode {
  const [first] = group.actions
  if (order === 'due' || first === undefined) {
    return <h2 className={styles['heading']}>{group.date === '' ? copy.undated : meetingDay(group.date)}</h2>
  }
  return (
    <h2 className={styles['heading']}>
      <Link variant="quiet" href={hrefOf({ screen: 'note', id: first.noteId })}>
        <Words text={group.title ?? copy.untitled} />
      </Link>
      <time className={styles['when']} dateTime={group.date}>
        {shortDay(group.date)}
      </time>
    </h2>
  )
}
