import type { ReactNode } from 'react'
import { classes } from '../class-names.ts'
import { VisuallyHidden } from '../visually-hidden/visually-hidden.tsx'
import styles from './skeleton.module.css'

export interface SkeletonProps {
  /** What is being fetched; read once instead of the shapes. */
  label: string
  shape?: 'text' | 'rows'
  count?: number
}

/** The shape of what is about to be there. Only for waits that are usually short; anything longer takes Progress. */
export function Skeleton({ label, shape = 'text', count = 3 }: SkeletonProps): ReactNode {
  return (
    <div className={classes(styles['skeleton'], styles[shape])}>
      <VisuallyHidden>{label}</VisuallyHidden>
      {Array.from({ length: count }, (_, at) => (
        <span key={at} aria-hidden className={styles['block']} />
      ))}
    </div>
  )
}
