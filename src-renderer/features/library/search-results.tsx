import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { SearchX } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { library } from '../../copy/library.ts'
import { goTo, useNames, useQueries } from '../../rpc/index.ts'
import { Button, EmptyState, List, type ListRow, Skeleton, announce } from '../../ui/index.ts'
import { Title } from './title.tsx'
import { FailurePanel } from '../failure/index.ts'
import styles from './library.module.css'

const copy = library.search
const LIMIT = 50

interface Found extends ListRow {
  readonly noteId: string
  readonly title: string
  readonly segment: number | null
  readonly words: string
}

/** What was found, best first; a line opens the note at that line. */
export function SearchResults({ query }: { query: string }): ReactNode {
  const queries = useQueries()
  const areNamesShown = useNames((names) => names.areShown)
  const showNames = useNames((names) => names.show)
  const found = useQuery(
    queries.search.query.queryOptions({ input: { query, reveal: areNamesShown, limit: LIMIT }, placeholderData: keepPreviousData, gcTime: 0 }),
  )
  const count = found.data?.length
  useEffect(() => {
    if (count !== undefined && !found.isPlaceholderData) announce(copy.found(count))
  }, [count, found.isPlaceholderData])

  if (found.isPending) return <Skeleton label={copy.label} shape="rows" count={3} />
  if (found.isError) return <FailurePanel error={found.error} />
  const namesNote = !areNamesShown && (
    <p className={styles['namesNote']}>
      {copy.namesHidden}{' '}
      <Button size="small" variant="quiet" onPress={() => showNames(true)}>
        {copy.showNames}
      </Button>
    </p>
  )
  if (found.data.length === 0) {
    return (
      <EmptyState glyph={SearchX} title={copy.nothing(query)}>
        <p>{copy.nothingHint}</p>
        {namesNote}
      </EmptyState>
    )
  }
  const rows = found.data.map(({ noteId, title, segment, text }, at): Found => {
    const name = title ?? library.untitled
    return { id: `${noteId}/${segment ?? 'title'}/${at}`, text: `${name}: ${text}`, noteId, title: name, segment, words: text }
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return (
    <div className={styles['meetings']}>
      <p className={styles['count']}>{rows.length === LIMIT ? copy.first(LIMIT) : copy.found(rows.length)}</p>
      {namesNote}
      <List<Found>
        label={copy.results}
        rows={rows}
        onOpen={(id) => {
          const row = byId.get(id)
          if (row !== undefined) goTo({ screen: 'note', id: row.noteId, ...(row.segment !== null && { segment: row.segment }) })
        }}
      >
        {({ title, segment, words }) => (
          <div className={styles['found']}>
            <span className={styles['foundIn']}>
              <Title text={title} /> · {segment === null ? copy.inTitle : copy.line(segment + 1)}
            </span>
            <span className={styles['foundText']} dir="auto">
              <Title text={words} />
            </span>
          </div>
        )}
      </List>
    </div>
  )
}
