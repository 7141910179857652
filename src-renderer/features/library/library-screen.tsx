import { BookOpenText, CircleDot, Import } from 'lucide-react'
import { useDeferredValue, useEffect, useRef, useState, type ReactNode } from 'react'
import { library } from '../../copy/library.ts'
import { goTo, useNames } from '../../rpc/index.ts'
import { Button, EmptyState, PageTitle, SearchField, Segmented, Skeleton } from '../../ui/index.ts'
import { AskPanel } from '../ask/index.ts'
import { chooseFiles } from './choose-files.ts'
import { ImportList } from './import-list.tsx'
import { useImports } from './imports.ts'
import { FILTERS, MeetingList, type FilterId } from './meeting-list.tsx'
import { SearchResults } from './search-results.tsx'
import { useLibrary } from './use-library.ts'
import { FailurePanel } from '../failure/index.ts'
import styles from './library.module.css'

/** Every meeting by day, what is coming in, and what can be found. */
export function LibraryScreen(): ReactNode {
  const { meetings, isPending, error, refetch } = useLibrary()
  const isImporting = useImports((imports) => imports.incoming.length > 0)
  const areNamesShown = useNames((names) => names.areShown)
  const [query, setQuery] = useState('')
  const [filter, setFilter] = useState<FilterId>('all')
  const wanted = useDeferredValue(query.trim())
  const search = useSearchKey()
  const isEmpty = !isPending && error === null && meetings.length === 0

  return (
    <div className={styles['library']}>
      <div className={styles['head']}>
        <PageTitle>{library.title}</PageTitle>
        {meetings.length > 0 && <p className={styles['count']}>{library.count(meetings.length)}</p>}
      </div>
      {meetings.length > 0 && (
        <div className={styles['tools']}>
          <div className={styles['search']}>
            <SearchField
              label={library.search.label}
              placeholder={areNamesShown ? library.search.placeholder : library.search.placeholderHidden}
              value={query}
              onChange={setQuery}
              ref={search}
            />
          </div>
          {wanted === '' && (
            <Segmented
              label={library.filter.label}
              segments={FILTERS.map((id) => ({ id, label: library.filter[id] }))}
              value={filter}
              onChange={setFilter}
            />
          )}
        </div>
      )}
      {meetings.length > 0 && wanted === '' && <AskPanel />}
      <ImportList />
      {isPending && <Skeleton label={library.reading} shape="rows" count={5} />}
      <FailurePanel error={error} action={<Button onPress={() => void refetch()}>{library.row.retry}</Button>} />
      {isEmpty && !isImporting && (
        <EmptyState
          glyph={BookOpenText}
          title={library.empty.title}
          actions={
            <>
              <Button variant="recording" icon={CircleDot} onPress={() => goTo({ screen: 'record' })}>
                {library.record}
              </Button>
              <Button icon={Import} onPress={chooseFiles}>
                {library.import}
              </Button>
            </>
          }
        >
          <p>{library.empty.meaning}</p>
          <p className={styles['formats']}>{library.empty.formats}</p>
        </EmptyState>
      )}
      {meetings.length > 0 &&
        (wanted === '' ? (
          <MeetingList meetings={meetings} filter={filter} onShowAll={() => setFilter('all')} />
        ) : (
          <SearchResults query={wanted} />
        ))}
    </div>
  )
}

/** ⌘F searches the library while it is on screen; the browser's own find would see only what is drawn. */
function useSearchKey() {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'f' || !(event.metaKey || event.ctrlKey) || event.shiftKey || event.altKey) return
      if (field.current === null) return
      event.preventDefault()
      field.current.focus()
      field.current.select()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return field
}
