import type { ReactNode } from 'react'
import { Label } from 'react-aria-components/Label'
import { Meter as AriaMeter } from 'react-aria-components/Meter'
import { classes } from '../class-names.ts'
import styles from './meter.module.css'

export interface MeterProps {
  label: string
  /** 0 to 1. */
  fraction: number
  /** The reading in words: "good", "1.2 GB of 16 GB". A bar alone says nothing. */
  text: string
  tone?: 'plain' | 'good' | 'warning' | 'danger'
}

/** How much of something there is. For work that goes on take Progress. */
export function Meter({ label, fraction, text, tone = 'plain' }: MeterProps): ReactNode {
  return (
    <AriaMeter value={Math.min(1, Math.max(0, fraction)) * 100} valueLabel={text} className={classes(styles['meter'], styles[tone])}>
      {({ percentage }) => (
        <>
          <Label className={styles['label'] ?? ''}>{label}</Label>
          <span className={styles['text']}>{text}</span>
          <svg className={styles['track']} aria-hidden="true" focusable="false">
            <rect className={styles['filled']} width={`${percentage}%`} height="100%" rx="3" />
          </svg>
        </>
      )}
    </AriaMeter>
  )
}
