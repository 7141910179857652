import type { ReactNode } from 'react'
import { tokenPattern, tokensIn } from '../../../src-shared/domain/token.ts'
import { note } from '../../copy/note.ts'
import { VisuallyHidden } from '../../ui/index.ts'
import { matchesIn } from './find.ts'
import styles from './words.module.css'

/** A text of a note. What is hidden in it has a mark and says what it is; what was searched for has another. */
export function Words({ text, find = '' }: { text: string; find?: string }): ReactNode {
  const parts: ReactNode[] = []
  let at = 0
  for (const { token, type, start, end } of tokensIn(text)) {
    if (start > at) parts.push(<Found key={at} text={text.slice(at, start)} find={find} />)
    parts.push(
      <span key={start} className={styles['hidden']}>
        <VisuallyHidden>{note.hidden.spoken(note.hidden.type[type])} </VisuallyHidden>
        {readable(token)}
      </span>,
    )
    at = end
  }
  if (at < text.length) parts.push(<Found key={at} text={text.slice(at)} find={find} />)
  return parts
}

/** The same in plain letters, for places that can show no marks. */
export const plainWords = (text: string): string => text.replace(tokenPattern(), (token) => readable(token))

/** `[PHONE_1]` without its brackets, in letters that do not shout. */
function readable(token: string): string {
  const [, kind = '', number = ''] = /^\[([A-Z_]+)_(\d+)\]$/.exec(token) ?? []
  const words = kind.replaceAll('_', ' ')
  return `${words.slice(0, 1)}${words.slice(1).toLowerCase()} ${number}`
}

function Found({ text, find }: { text: string; find: string }): ReactNode {
  if (find === '') return text
  const parts: ReactNode[] = []
  let at = 0
  for (const start of matchesIn(text, find)) {
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, start + find.length)}</mark>)
    at = start + find.length
  }
  parts.push(text.slice(at))
  return parts
}
