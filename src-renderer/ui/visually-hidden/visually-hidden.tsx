import type { ReactNode } from 'react'
import styles from './visually-hidden.module.css'

/** Words for those who listen. Prefer words that everybody can see. */
export function VisuallyHidden({ children, id }: { children: ReactNode; id?: string }): ReactNode {
  return (
    <span className={styles['hidden']} id={id}>
      {children}
    </span>
  )
}
