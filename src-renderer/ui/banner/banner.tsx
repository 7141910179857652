import { ArrowUpRight, CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from '../class-names.ts'
import { Icon, type IconGlyph } from '../icon/icon.tsx'
import { IconButton } from '../icon-button/icon-button.tsx'
import { useWords } from '../kit/words.ts'
import styles from './banner.module.css'

export type Tone = 'info' | 'good' | 'warning' | 'danger' | 'shared'

export const TONE_GLYPHS: Readonly<Record<Tone, IconGlyph>> = {
  info: Info,
  good: CircleCheck,
  warning: TriangleAlert,
  danger: CircleAlert,
  shared: ArrowUpRight,
}

export interface BannerProps {
  tone?: Tone
  /** The fact in a few words; the colour only repeats it. */
  title: string
  children?: ReactNode
  actions?: ReactNode
  onClose?: () => void
}

/** A line above the content that stays true until something changes. It is not announced: what changed says so itself. */
export function Banner({ tone = 'info', title, children, actions, onClose }: BannerProps): ReactNode {
  const words = useWords()
  return (
    <div className={classes(styles['banner'], styles[tone])}>
      <Icon glyph={TONE_GLYPHS[tone]} size={20} className={styles['icon'] ?? ''} />
      <div className={styles['words']}>
        <p className={styles['title']}>{title}</p>
        {children !== undefined && <div className={styles['body']}>{children}</div>}
      </div>
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
      {onClose !== undefined && (
        <div className={styles['actions']}>
          <IconButton glyph={X} label={words.close} size="small" onPress={onClose} />
        </div>
      )}
    </div>
  )
}
