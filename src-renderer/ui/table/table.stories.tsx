import { Keep } from '../story-state.tsx'
import type { StoryFile } from '../story.ts'
import { Table, type Column, type SortDirection } from './table.tsx'

interface Connection {
  readonly id: string
  readonly at: string
  readonly where: string
  readonly why: string
  readonly bytes: number
}
const ROWS: readonly Connection[] = [
  { id: '1', at: '14:02', where: '127.0.0.1', why: 'Summary by Ollama', bytes: 18_204 },
  { id: '2', at: '09:15', where: 'models.example.org', why: 'Model download', bytes: 487_601_967 },
]
const COLUMNS: readonly Column<Connection>[] = [
  { id: 'at', title: 'Time', cell: (row) => <time>{row.at}</time>, isSortable: true, isRowHeader: true },
  { id: 'where', title: 'Where', cell: (row) => row.where, isSortable: true },
  { id: 'why', title: 'Why', cell: (row) => row.why },
  { id: 'bytes', title: 'Size', cell: (row) => row.bytes.toLocaleString('en-GB'), isNumber: true },
]

const file: StoryFile = {
  title: 'Table',
  stories: {
    sortable: () => (
      <Keep<{ column: string; direction: SortDirection }> initial={{ column: 'at', direction: 'descending' }}>
        {(sort, set) => (
          <Table
            caption="Connections"
            columns={COLUMNS}
            rows={ROWS}
            keyOf={(row) => row.id}
            sort={sort}
            onSort={(column, direction) => set({ column, direction })}
          />
        )}
      </Keep>
    ),
    empty: () => (
      <Table caption="Connections, none" columns={COLUMNS} rows={[]} keyOf={(row) => row.id} whenEmpty="Nothing has left this computer." />
    ),
  },
}
export default file
