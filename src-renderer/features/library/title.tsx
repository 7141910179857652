import type { ReactNode } from 'react'
import { tokensIn } from '../../../src-shared/domain/token.ts'
import styles from './title.module.css'

/** A line of redacted text; what stands for something hidden is marked, and readable as such. */
export function Title({ text }: { text: string }): ReactNode {
  const parts: ReactNode[] = []
  let at = 0
  for (const { token, start, end } of tokensIn(text)) {
    parts.push(text.slice(at, start))
    parts.push(
      <mark key={start} className={styles['hidden']}>
        {token.slice(1, -1).toLowerCase().replaceAll('_', ' ')}
      </mark>,
    )
    at = end
  }
  return [...parts, text.slice(at)]
}
