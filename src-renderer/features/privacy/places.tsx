import type { ReactNode } from 'react'
import { privacy } from '../../copy/privacy.ts'
import { Table } from '../../ui/index.ts'
import styles from './privacy.module.css'

const copy = privacy.places

/** What is kept, where, and until when. */
export function Places(): ReactNode {
  return (
    <section className={styles['section']}>
      <h2 className={styles['heading']}>{copy.title}</h2>
      <p className={styles['meaning']}>{copy.meaning}</p>
      <Table
        caption={copy.title}
        isCaptionHidden
        columns={[
          { id: 'what', title: copy.what, isRowHeader: true, cell: ([what]) => what },
          { id: 'where', title: copy.where, cell: ([, where]) => where },
          { id: 'until', title: copy.until, cell: ([, , until]) => until },
        ]}
        rows={copy.rows}
        keyOf={([what]) => what}
      />
      <p className={styles['meaning']}>{copy.exports}</p>
    </section>
  )
}
