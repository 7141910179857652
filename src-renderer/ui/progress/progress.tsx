import { useEffect, useRef, type ReactNode } from 'react'
import { Label } from 'react-aria-components/Label'
import { ProgressBar } from 'react-aria-components/ProgressBar'
import { announce } from '../announcer/announcements.ts'
import { classes } from '../class-names.ts'
import { useWords } from '../kit/words.ts'
import { VisuallyHidden } from '../visually-hidden/visually-hidden.tsx'
import styles from './progress.module.css'

export interface ProgressProps {
  /** The stage: "Transcribing". */
  label: string
  /** 0 to 1; left out while nobody can honestly say. */
  fraction?: number | undefined
  /** Time left, or what is being done: "about 3 min". */
  detail?: ReactNode
  /** Cancel, Pause. */
  actions?: ReactNode
  /** slim: in a row of a list, without words of its own. */
  size?: 'regular' | 'slim'
  /** Says itself at the start, at each quarter and at the end. Off in rows, where several would talk at once. */
  isSpoken?: boolean
}

export function Progress({ label, fraction, detail, actions, size = 'regular', isSpoken = false }: ProgressProps): ReactNode {
  const words = useWords()
  const percent = fraction === undefined ? undefined : Math.round(Math.min(1, Math.max(0, fraction)) * 100)
  useSpokenQuarters(label, percent, isSpoken)
  const isSlim = size === 'slim'
  return (
    <div className={classes(styles['progress'], isSlim && styles['slim'])}>
      <ProgressBar
        {...(percent === undefined ? { isIndeterminate: true } : { value: percent, valueLabel: words.percent(percent) })}
        className={styles['bar'] ?? ''}
      >
        {({ percentage = 0, valueText }) => (
          <>
            {isSlim ? (
              <VisuallyHidden>
                <Label>{label}</Label>
              </VisuallyHidden>
            ) : (
              <div className={styles['words']}>
                <Label className={styles['label'] ?? ''}>{label}</Label>
                {valueText !== undefined && percent !== undefined && <span className={styles['value']}>{valueText}</span>}
                {detail !== undefined && <span className={styles['detail']}>{detail}</span>}
              </div>
            )}
            <svg className={styles['track']} aria-hidden="true" focusable="false">
              <rect className={styles['filled']} width={percent === undefined ? '33%' : `${percentage}%`} height="100%" rx="2" />
            </svg>
          </>
        )}
      </ProgressBar>
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </div>
  )
}

function useSpokenQuarters(label: string, percent: number | undefined, isSpoken: boolean): void {
  const words = useWords()
  const said = useRef<string | undefined>(undefined)
  const quarter = percent === undefined ? 0 : Math.floor(percent / 25) * 25
  const sentence = quarter === 100 ? `${label}: ${words.done}` : quarter === 0 ? label : `${label}: ${words.percent(quarter)}`
  useEffect(() => {
    if (!isSpoken || said.current === sentence) return
    said.current = sentence
    announce(sentence)
  }, [isSpoken, sentence])
}
