import { ArrowDown, ArrowUp } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { classes } from '../class-names.ts'
import { Icon } from '../icon/icon.tsx'
import styles from './table.module.css'

export type SortDirection = 'ascending' | 'descending'

export interface Column<Row> {
  readonly id: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** Numbers stand at the end, with figures of one width. */
  readonly isNumber?: boolean
  readonly isSortable?: boolean
  /** The column that names the row. */
  readonly isRowHeader?: boolean
}

export interface TableProps<Row> {
  caption: string
  isCaptionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  sort?: { readonly column: string; readonly direction: SortDirection }
  onSort?: (column: string, direction: SortDirection) => void
  whenEmpty?: ReactNode
}

/** Facts to read and compare: a plain HTML table, which every screen reader knows how to walk. Wide ones scroll by themselves. */
export function Table<Row>(props: TableProps<Row>): ReactNode {
  const { caption, isCaptionHidden = false, columns, rows, keyOf, sort, onSort, whenEmpty } = props
  const captionId = useId()
  return (
    <div className={styles['scroller']} role="region" aria-labelledby={captionId} tabIndex={0}>
      <table className={styles['table']}>
        <caption id={captionId} className={classes(styles['caption'], isCaptionHidden && styles['silent'])}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) => {
                const className = classes(styles['cell'], column.isNumber === true && styles['number'])
                return column.isRowHeader === true ? (
                  <th key={column.id} scope="row" className={className}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} className={className}>
                    {column.cell(row)}
                  </td>
                )
              })}
            </tr>
          ))}
          {rows.length === 0 && whenEmpty !== undefined && (
            <tr>
              <td colSpan={columns.length} className={styles['cell']}>
                {whenEmpty}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}

interface HeaderCellProps<Row> {
  column: Column<Row>
  sort: TableProps<Row>['sort'] | undefined
  onSort: TableProps<Row>['onSort'] | undefined
}

function HeaderCell<Row>({ column, sort, onSort }: HeaderCellProps<Row>): ReactNode {
  const direction = sort?.column === column.id ? sort.direction : undefined
  const next: SortDirection = direction === 'ascending' ? 'descending' : 'ascending'
  const isSortable = column.isSortable === true && onSort !== undefined
  return (
    <th
      scope="col"
      {...(isSortable && { 'aria-sort': direction ?? ('none' as const) })}
      className={classes(styles['header'], column.isNumber === true && styles['number'])}
    >
      {isSortable ? (
        <Button className={styles['sorter'] ?? ''} onPress={() => onSort(column.id, next)}>
          {column.title}
          {direction !== undefined && <Icon glyph={direction === 'ascending' ? ArrowUp : ArrowDown} />}
        </Button>
      ) : (
        column.title
      )}
    </th>
  )
}
