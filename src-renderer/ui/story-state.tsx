import { useState, type ReactNode } from 'react'
import styles from './story.module.css'

/** Gives a story the state that a screen would keep. */
export function Keep<T>({ initial, children }: { initial: T; children: (value: T, set: (next: T) => void) => ReactNode }): ReactNode {
  const [value, set] = useState(initial)
  return children(value, set)
}

export function Row({ children }: { children: ReactNode }): ReactNode {
  return <div className={styles['row']}>{children}</div>
}

export function Column({ children }: { children: ReactNode }): ReactNode {
  return <div className={styles['column']}>{children}</div>
}

export const nothing = (): void => undefined
