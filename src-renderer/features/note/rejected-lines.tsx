import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { NoteId } from '../../../src-shared/domain/ids.ts'
import { summaryLife as copy } from '../../copy/summary-life.ts'
import { useQueries, useSotto } from '../../rpc/index.ts'
import { Button } from '../../ui/index.ts'
import { Words } from './words.tsx'
import styles from './summary.module.css'

/** Lines the person rejected, folded, each with a way back. */
export function RejectedLines({ noteId, reveal }: { noteId: NoteId; reveal: boolean }): ReactNode {
  const client = useSotto()
  const queries = useQueries()
  const cache = useQueryClient()
  const { data: lines = [] } = useQuery(queries.notes.rejectedLines.queryOptions({ input: { id: noteId, reveal } }))
  const restore = useMutation({
    mutationFn: (verdict: (typeof lines)[number]['id']) => client.notes.restoreLine({ id: noteId, verdict }),
    onSuccess: () => cache.invalidateQueries({ queryKey: queries.notes.key() }),
  })
  if (lines.length === 0) return null
  return (
    <details className={styles['possible']}>
      <summary className={styles['fold']}>{copy.rejected(lines.length)}</summary>
      <ul className={styles['lines']}>
        {lines.map(({ id, section, text }) => (
          <li key={id} className={styles['line']}>
            <div className={styles['judged']}>
              <span dir="auto">
                <Words text={text} /> <span className={styles['facts']}>{copy.sectionOf(section)}</span>
              </span>
              <span className={styles['word']}>
                <Button size="small" variant="quiet" icon={Undo2} onPress={() => restore.mutate(id)}>
                  {copy.bringBack}
                </Button>
              </span>
            </div>
          </li>
        ))}
      </ul>
    </details>
  )
}
