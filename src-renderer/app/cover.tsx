import type { ReactNode } from 'react'
import { app } from '../copy/app.ts'
import { useWindowTitle } from './window-title.ts'
import styles from './cover.module.css'

/** A page that is one thing alone: starting, unlocking, an explanation. No frame around it. */
export function Cover({ children, title = app.name }: { children: ReactNode; title?: string }): ReactNode {
  useWindowTitle(title)
  return (
    <div className={styles['cover']}>
      <header className={styles['brand']}>{app.name}</header>
      <main className={styles['middle']}>{children}</main>
    </div>
  )
}
