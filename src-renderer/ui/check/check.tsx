import { Check as Tick, Minus } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { Checkbox } from 'react-aria-components/Checkbox'
import { classes } from '../class-names.ts'
import { Icon } from '../icon/icon.tsx'
import { VisuallyHidden } from '../visually-hidden/visually-hidden.tsx'
import styles from './check.module.css'

export interface CheckProps {
  /** What is true when it is ticked. */
  label: string
  isChecked: boolean
  onChange: (isChecked: boolean) => void
  description?: ReactNode
  /** Some of what it stands for is chosen. */
  isMixed?: boolean
  isLabelHidden?: boolean
  /** Why it cannot be changed now; it stays in the tab order. */
  disabledBecause?: string | undefined
  autoFocus?: boolean
}

export function Check(props: CheckProps): ReactNode {
  const { label, isChecked, onChange, description, isMixed = false, isLabelHidden = false, disabledBecause, autoFocus = false } = props
  const noteId = useId()
  const note = disabledBecause ?? description
  return (
    <div className={classes(styles['check'], isLabelHidden && styles['bare'])}>
      <Checkbox
        isSelected={isChecked}
        onChange={onChange}
        isIndeterminate={isMixed}
        isReadOnly={disabledBecause !== undefined}
        autoFocus={autoFocus}
        {...(note !== undefined && { 'aria-describedby': noteId })}
        className={styles['row'] ?? ''}
      >
        <span className={styles['box']}>
          {isMixed ? <Icon glyph={Minus} /> : isChecked && <Icon glyph={Tick} />}
        </span>
        {isLabelHidden ? <VisuallyHidden>{label}</VisuallyHidden> : <span>{label}</span>}
      </Checkbox>
      {note !== undefined && <div id={noteId} className={styles['note']}>{note}</div>}
    </div>
  )
}
