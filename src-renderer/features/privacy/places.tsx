import type { ReactNode } from 'react'
import { privacy } from '../../copy/privacy.ts'
import { Quiet, Section, Table } from '../../ui/index.ts'

const copy = privacy.places

/** What is kept, where, and until when. */
export function Places(): ReactNode {
  return (
    <Section title={copy.title}>
      <Quiet>{copy.meaning}</Quiet>
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
      <Quiet>{copy.exports}</Quiet>
    </Section>
  )
}
