import { Check, Ellipsis, LoaderCircle, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Badge } from '../badge/badge.tsx'
import { EmptyState } from '../empty-state/empty-state.tsx'
import { IconButton } from '../icon-button/icon-button.tsx'
import { Keep, nothing } from '../story-state.tsx'
import styles from '../story.module.css'
import type { StoryFile } from '../story.ts'
import { List, type ListRow } from './list.tsx'

interface Meeting extends ListRow {
  readonly at: string
  readonly length: string
  readonly isReady: boolean
}

const MEETINGS: readonly Meeting[] = [
  { id: 'a', text: 'Stand-up', at: '14:02', length: '24 min', isReady: true },
  { id: 'b', text: 'Supplier call', at: '11:30', length: '51 min', isReady: false },
]
const BUDGET: readonly Meeting[] = [{ id: 'c', text: 'Budget', at: '16:15', length: '38 min', isReady: true }]

const meeting = (row: Meeting): ReactNode => (
  <>
    <span className={styles['strong']}>{row.text}</span>
    <span className={styles['meta']}>
      {row.isReady ? (
        <Badge icon={Check}>Summarised</Badge>
      ) : (
        <Badge tone="accent" icon={LoaderCircle}>
          Transcribing 42 %
        </Badge>
      )}
      <time>{row.at}</time> {row.length}
      <IconButton glyph={Trash2} label={`Delete ${row.text}`} variant="danger" size="small" onPress={nothing} />
      <IconButton glyph={Ellipsis} label={`More actions for ${row.text}`} size="small" onPress={nothing} />
    </span>
  </>
)

const file: StoryFile = {
  title: 'List',
  stories: {
    sections: () => (
      <List<Meeting>
        label="Meetings"
        sections={[
          { id: 'today', title: 'Today', rows: MEETINGS },
          { id: 'yesterday', title: 'Yesterday', rows: BUDGET },
        ]}
        onOpen={nothing}
      >
        {meeting}
      </List>
    ),
    selection: () => (
      <Keep<ReadonlySet<string>> initial={new Set(['a'])}>
        {(ids, set) => (
          <List<Meeting> label="Meetings to choose" rows={MEETINGS} selectedIds={ids} onSelect={set} onOpen={nothing}>
            {meeting}
          </List>
        )}
      </Keep>
    ),
    dense: () => (
      <List<Meeting> label="Meetings, dense" rows={MEETINGS} density="dense" onOpen={nothing}>
        {(row) => row.text}
      </List>
    ),
    empty: () => (
      <List<Meeting> label="No meetings" rows={[]} whenEmpty={<EmptyState title="No meetings yet" />}>
        {meeting}
      </List>
    ),
  },
}
export default file
