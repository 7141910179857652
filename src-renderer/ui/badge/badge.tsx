import type { ReactNode } from 'react'
import type { Tone } from '../banner/banner.tsx'
import { classes } from '../class-names.ts'
import { Icon, type IconGlyph } from '../icon/icon.tsx'
import styles from './badge.module.css'

export interface BadgeProps {
  /** The word that says the state; a badge is never colour alone. */
  children: ReactNode
  tone?: Tone | 'plain' | 'accent' | 'recording'
  icon?: IconGlyph
}

/** A state in a word: "Summarised", "only here", "needs you". */
export function Badge({ children, tone = 'plain', icon }: BadgeProps): ReactNode {
  return (
    <span className={classes(styles['badge'], styles[tone])}>
      {icon !== undefined && <Icon glyph={icon} />}
      {children}
    </span>
  )
}
