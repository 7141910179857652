import { useMemo, type ReactNode } from 'react'
import type { ShownNote } from '../../../src-shared/contract/app.ts'
import { clock } from '../../copy/amounts.ts'
import { note as copy } from '../../copy/note.ts'
import { happeningText } from './happening-list.tsx'
import type { Happenings } from './happenings.ts'
import styles from './transcript.module.css'

/** The whole text at once, to read aloud, select or print: one piece of text, so that ten thousand lines are no burden. */
export function PlainTranscript({ segments, happenings }: { segments: ShownNote['segments']; happenings: Happenings }): ReactNode {
  const text = useMemo(() => {
    const spoken = segments.flatMap((segment) => [...(happenings.above.get(segment.index) ?? []).map(happeningText), paragraph(segment)])
    return [...spoken, ...happenings.atEnd.map(happeningText)].join('\n\n')
  }, [segments, happenings])
  return (
    <section className={styles['plain']} aria-label={copy.transcript.label} tabIndex={0}>
      {text}
    </section>
  )
}

function paragraph({ startMs, speaker, text }: ShownNote['segments'][number]): string {
  const lead = [startMs === null ? '' : clock(startMs), speaker ?? ''].filter((part) => part !== '').join(' ')
  return lead === '' ? text : `${lead}\n${text}`
}
