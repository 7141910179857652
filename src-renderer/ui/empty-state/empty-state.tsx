import type { ReactNode } from 'react'
import { Icon, type IconGlyph } from '../icon/icon.tsx'
import styles from './empty-state.module.css'

export interface EmptyStateProps {
  glyph?: IconGlyph
  /** What is not here yet. */
  title: string
  /** What will be here, and the first step. */
  children?: ReactNode
  actions?: ReactNode
  headingLevel?: 2 | 3
}

export function EmptyState({ glyph, title, children, actions, headingLevel = 2 }: EmptyStateProps): ReactNode {
  const Heading = `h${headingLevel}` as const
  return (
    <div className={styles['empty']}>
      {glyph !== undefined && (
        <span className={styles['mark']}>
          <Icon glyph={glyph} size={20} />
        </span>
      )}
      <Heading className={styles['title']}>{title}</Heading>
      {children !== undefined && <div className={styles['body']}>{children}</div>}
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </div>
  )
}
