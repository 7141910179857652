import type { ReactNode } from 'react'
import { Meter } from 'react-aria-components/Meter'
import styles from './level-meter.module.css'

export interface LevelMeterProps {
  /** Whose sound it is: "You". */
  label: string
  /** 0 to 1. */
  fraction: number
  /** The level in a word: "good", "silent", "muted". The bar alone says nothing. */
  text: string
  /** Too much of it. */
  isOver?: boolean
}

const STEPS = 12

/** How loud it is now, in a word and a row of steps. Draw it anew at most fifteen times a second. */
export function LevelMeter({ label, fraction, text, isOver = false }: LevelMeterProps): ReactNode {
  const lit = Math.round(Math.min(1, Math.max(0, fraction)) * STEPS)
  return (
    <Meter aria-label={label} value={Math.round((lit / STEPS) * 100)} valueLabel={text} className={styles['meter'] ?? ''} data-over={isOver || undefined}>
      <span className={styles['words']}>
        <span className={styles['label']}>{label}:</span> {text}
      </span>
      <svg className={styles['steps']} viewBox={`0 0 ${STEPS * 5 - 2} 10`} aria-hidden="true" focusable="false">
        {Array.from({ length: STEPS }, (_, at) => (
          <rect key={at} className={at < lit ? styles['lit'] : styles['unlit']} x={at * 5} width="3" height="10" rx="1" />
        ))}
      </svg>
    </Meter>
  )
}
