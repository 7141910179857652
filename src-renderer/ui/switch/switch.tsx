import type { ReactNode } from 'react'
import { SwitchButton, SwitchField } from 'react-aria-components/Switch'
import { Text } from 'react-aria-components/Text'
import styles from './switch.module.css'

export interface SwitchProps {
  /** What is on when it is on; it works at once, without a Save. */
  label: string
  isOn: boolean
  onChange: (isOn: boolean) => void
  description?: ReactNode
  disabledBecause?: string | undefined
}

export function Switch({ label, isOn, onChange, description, disabledBecause }: SwitchProps): ReactNode {
  const note = disabledBecause ?? description
  return (
    <SwitchField isSelected={isOn} onChange={onChange} isReadOnly={disabledBecause !== undefined} className={styles['switch'] ?? ''}>
      <SwitchButton className={styles['row'] ?? ''}>
        <span className={styles['label']}>{label}</span>
        <span className={styles['track']}>
          <span className={styles['thumb']} />
        </span>
      </SwitchButton>
      {note !== undefined && (
        <Text slot="description" className={styles['note'] ?? ''}>
          {note}
        </Text>
      )}
    </SwitchField>
  )
}
