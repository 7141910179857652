import { Check as Tick, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox'
import { Text } from 'react-aria-components/Text'
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
  const note = disabledBecause ?? description
  return (
    <CheckboxField
      isSelected={isChecked}
      onChange={onChange}
      isIndeterminate={isMixed}
      isReadOnly={disabledBecause !== undefined}
      autoFocus={autoFocus}
      className={classes(styles['check'], isLabelHidden && styles['bare'])}
    >
      <CheckboxButton className={styles['row'] ?? ''}>
        <span className={styles['box']}>{isMixed ? <Icon glyph={Minus} /> : isChecked && <Icon glyph={Tick} />}</span>
        {isLabelHidden ? <VisuallyHidden>{label}</VisuallyHidden> : <span>{label}</span>}
      </CheckboxButton>
      {note !== undefined && (
        <Text slot="description" className={styles['note'] ?? ''}>
          {note}
        </Text>
      )}
    </CheckboxField>
  )
}
