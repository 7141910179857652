import type { ReactNode } from 'react'
import type { ShownNote } from '../../../src-shared/contract/app.ts'
import { clock } from '../../copy/amounts.ts'
import { note as copy } from '../../copy/note.ts'
import { places } from './places.ts'
import styles from './summary.module.css'

export interface Evidence {
  readonly segments: ShownNote['segments']
  readonly onShow: (lines: readonly number[]) => void
}

/** When a line was said, or which one it is. */
export function placeOf(segments: ShownNote['segments'], line: number): string {
  const startMs = segments[line]?.startMs
  return startMs === null || startMs === undefined ? copy.summary.line(line + 1) : clock(startMs)
}

/** Leads from a line of the summary to what was said. */
export function Chips({ lines, evidence }: { lines: readonly number[]; evidence: Evidence }): ReactNode {
  return places(lines).map((run) => {
    const [first = 0] = run
    const place = placeOf(evidence.segments, first)
    return (
      <button type="button" key={first} className={styles['chip']} aria-label={copy.summary.at(place)} onClick={() => evidence.onShow(run)}>
        {place}
      </button>
    )
  })
}
