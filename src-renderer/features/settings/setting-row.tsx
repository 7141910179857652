import type { ReactNode } from 'react'
import { Quiet } from '../../ui/index.ts'
import styles from './settings.module.css'

/** What can be changed, its effect in a sentence, and the control. */
export function SettingRow({ title, meaning, children }: { title: string; meaning?: string; children: ReactNode }): ReactNode {
  return (
    <div className={styles['row']}>
      <div className={styles['what']}>
        <h3 className={styles['name']}>{title}</h3>
        {meaning !== undefined && <Quiet>{meaning}</Quiet>}
      </div>
      {children}
    </div>
  )
}
