import { Bookmark, CirclePause, MicOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { note as copy } from '../../copy/note.ts'
import { Icon } from '../../ui/index.ts'
import type { Happening } from './happenings.ts'
import styles from './transcript.module.css'

/** In words, for every way a transcript is shown. */
export const happeningText = (happening: Happening): string =>
  happening.kind === 'mark' ? copy.recorded.mark(happening.atMs) : copy.recorded.gap[happening.reason](happening.ms)

/** What happened between two lines. */
export function HappeningList({ happenings }: { happenings: readonly Happening[] }): ReactNode {
  return happenings.map((happening, at) => (
    <p key={at} className={styles['happening']}>
      <Icon glyph={happening.kind === 'mark' ? Bookmark : happening.reason === 'paused' ? CirclePause : MicOff} />
      {happeningText(happening)}
    </p>
  ))
}
