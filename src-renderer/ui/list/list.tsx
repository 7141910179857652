import type { ReactNode } from 'react'
import { Collection } from 'react-aria-components/Collection'
import { GridList, GridListHeader, GridListItem, GridListSection } from 'react-aria-components/GridList'
import type { Selection } from 'react-aria-components'
import { classes } from '../class-names.ts'
import styles from './list.module.css'

export interface ListRow {
  readonly id: string
  /** What is typed to jump to the row, and how it is announced. */
  readonly text: string
}

export interface ListSection<Row extends ListRow> {
  readonly id: string
  readonly title: string
  readonly rows: readonly Row[]
}

export interface ListProps<Row extends ListRow> {
  label: string
  /** Rows, or rows under headings. */
  rows?: readonly Row[]
  sections?: readonly ListSection<Row>[]
  /** What a row shows; buttons in it are reached by the arrow keys. */
  children: (row: Row) => ReactNode
  /** Enter or click on a row. */
  onOpen?: (id: string) => void
  selectedIds?: ReadonlySet<string>
  onSelect?: (ids: ReadonlySet<string>) => void
  whenEmpty?: ReactNode
  density?: 'regular' | 'dense'
}

/** Rows that are walked by arrow keys, opened by Enter, chosen by Space. */
export function List<Row extends ListRow>(props: ListProps<Row>): ReactNode {
  const { label, rows, sections, children, onOpen, selectedIds, onSelect, whenEmpty, density = 'regular' } = props
  const row = (item: Row): ReactNode => (
    <GridListItem key={item.id} id={item.id} textValue={item.text} className={classes(styles['row'], styles[density])}>
      {children(item)}
    </GridListItem>
  )
  const select = (keys: Selection): void => onSelect?.(keys === 'all' ? new Set(everyRow(props)) : new Set([...keys].map(String)))
  return (
    <GridList
      aria-label={label}
      className={styles['list'] ?? ''}
      selectionMode={onSelect === undefined ? 'none' : 'multiple'}
      selectionBehavior="toggle"
      {...(selectedIds !== undefined && { selectedKeys: selectedIds })}
      {...(onSelect !== undefined && { onSelectionChange: select })}
      {...(onOpen !== undefined && { onAction: (key) => onOpen(String(key)) })}
      {...(whenEmpty !== undefined && { renderEmptyState: () => whenEmpty })}
    >
      {sections === undefined ? (
        <Collection items={rows ?? []}>{row}</Collection>
      ) : (
        sections.map((section) => (
          <GridListSection key={section.id} id={section.id} className={styles['section'] ?? ''}>
            <GridListHeader className={styles['heading'] ?? ''}>{section.title}</GridListHeader>
            <Collection items={section.rows}>{row}</Collection>
          </GridListSection>
        ))
      )}
    </GridList>
  )
}

function everyRow<Row extends ListRow>({ rows, sections }: ListProps<Row>): readonly string[] {
  return [...(rows ?? []), ...(sections ?? []).flatMap((section) => section.rows)].map((row) => row.id)
}
