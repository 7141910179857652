import { useId, type ReactNode } from 'react'
import { Switch as AriaSwitch } from 'react-aria-components/Switch'
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
  const noteId = useId()
  const note = disabledBecause ?? description
  return (
    <div className={styles['switch']}>
      <AriaSwitch
        isSelected={isOn}
        onChange={onChange}
        isReadOnly={disabledBecause !== undefined}
        {...(note !== undefined && { 'aria-describedby': noteId })}
        className={styles['row'] ?? ''}
      >
        <span className={styles['label']}>{label}</span>
        <span className={styles['track']}><span className={styles['thumb']} /></span>
      </AriaSwitch>
      {note !== undefined && <div id={noteId} className={styles['note']}>{note}</div>}
    </div>
  )
}
