import { AudioLines, House, UserCheck, UserX, VolumeX } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ShownNote } from '../../../src-shared/contract/app.ts'
import { allOf, length, meetingDay, shortDay } from '../../copy/amounts.ts'
import { note as copy } from '../../copy/note.ts'
import { Icon } from '../../ui/index.ts'
import { Words } from './words.tsx'
import styles from './note.module.css'

const NAMED = 3

/** Under the title: when, how long, who, where it is and what it came from. */
export function Facts({ note }: { note: ShownNote }): ReactNode {
  const isUnderWay = note.recorded?.ending === 'under-way'
  const named = note.participants.slice(0, NAMED)
  const who = allOf(copy.others(named, note.participants.length - named.length))
  const origin = note.heardBy !== null ? copy.heardBy(note.heardBy.model) : note.format === 'recording' ? undefined : copy.imported
  const sound = isUnderWay ? null : soundOf(note)
  return (
    <ul className={styles['facts']}>
      <li>
        <time dateTime={note.date}>{meetingDay(note.date)}</time>
      </li>
      {note.durationMs !== null && !isUnderWay && <li>{length(note.durationMs)}</li>}
      {who !== '' && (
        <li>
          <Words text={who} />
        </li>
      )}
      <li className={styles['marked']}>
        <Icon glyph={House} />
        {copy.onlyHere}
      </li>
      {origin !== undefined && <li>{origin}</li>}
      {note.recorded !== null && (
        <li className={styles['marked']}>
          <Icon glyph={note.recorded.agreement === 'everyone-agreed' ? UserCheck : UserX} />
          {copy.agreement[note.recorded.agreement]}
        </li>
      )}
      {sound !== null && (
        <li className={styles['marked']}>
          <Icon glyph={note.sound === null ? VolumeX : AudioLines} />
          {sound}
        </li>
      )}
    </ul>
  )
}

/** What has become of the sound, or will. */
function soundOf({ sound, recorded, transcriptId }: ShownNote): string | null {
  const goes = recorded?.mode === 'text-only'
  if (sound === null) return goes ? copy.soundGone : null
  if (sound.expiresAt !== null) return copy.soundUntil(shortDay(sound.expiresAt))
  return goes && transcriptId === null ? copy.soundGoes : copy.soundKept
}
