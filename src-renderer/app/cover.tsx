import type { ReactNode } from 'react'
import { app } from '../copy/app.ts'
import { useWindowTitle } from './window-title.ts'
import styles from './cover.module.css'

/** A page that is one thing alone: starting, unlocking, an explanation. No frame around it. */
export function Cover({ children, title = app.name, foot }: { children: ReactNode; title?: string; foot?: ReactNode }): ReactNode {
  useWindowTitle(title)
  return (
    <div className={styles['cover']}>
      <header className={styles['brand']}>{app.name}</header>
      <main className={styles['middle']}>{children}</main>
      {foot !== undefined && <div className={styles['foot']}>{foot}</div>}
    </div>
  )
}
