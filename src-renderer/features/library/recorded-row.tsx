import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Circle } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { clock, length } from '../../copy/amounts.ts'
import { library } from '../../copy/library.ts'
import { useQueries, useRecorder, useSotto } from '../../rpc/index.ts'
import { Badge, Button } from '../../ui/index.ts'
import type { Meeting } from './use-library.ts'
import styles from './meeting-row.module.css'

const copy = library.row
/** As long as its sound is there without anybody's doing. */
const NEWS_MS = 7 * 86_400_000

/** How a recording ended, where it did not end well: what there is of it, and what one can do. */
export function Ending({ meeting, onDelete }: { meeting: Meeting; onDelete: () => void }): ReactNode {
  const { head, text } = meeting
  const [now] = useState(() => Date.now())
  const keep = useAcknowledge(head.id)
  if (head.ending === 'tampered') return <span className={styles['trouble']}>{copy.tampered}</span>
  if (head.ending !== 'cut-off' || head.isAcknowledged === true || keep.isSuccess || head.createdAt + NEWS_MS < now) return null
  return (
    <span className={styles['recovered']}>
      <span className={styles['trouble']}>{head.durationMs === null ? copy.recoveredSome : copy.recovered(length(head.durationMs))}</span>
      <Button size="small" aria-label={copy.keepOf(text)} isPending={keep.isPending} onPress={() => keep.mutate()}>
        {copy.keep}
      </Button>
      <Button size="small" variant="quiet" aria-label={copy.delete(text)} onPress={onDelete}>
        {copy.discard}
      </Button>
    </span>
  )
}

/** Seen, and kept: in the store, so that it is news once. */
function useAcknowledge(noteId: Meeting['head']['id']) {
  const client = useSotto()
  const cache = useQueryClient()
  const queryKey = useQueries().notes.list.key()
  return useMutation({
    mutationFn: () => client.recordings.acknowledge({ noteId }),
    onSuccess: () => cache.invalidateQueries({ queryKey }),
  })
}

/** It grows while one looks at it. */
export function UnderWay(): ReactNode {
  const seconds = useRecorder(({ state }) => (state === null || state.state === 'idle' ? null : Math.floor(state.recordedMs / 1000)))
  return (
    <Badge tone="recording" icon={Circle}>
      {seconds === null ? copy.underWay : `${copy.underWay} ${clock(seconds * 1000)}`}
    </Badge>
  )
}
