import type { ReactNode } from 'react'
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup'
import { Text } from 'react-aria-components/Text'
import { FieldLabel } from '../field/field.tsx'
import { FieldNotes } from '../field/label.tsx'
import type { Option } from '../select/select.tsx'
import styles from './radio.module.css'

export interface RadioProps<Id extends string> {
  label: string
  options: readonly Option<Id>[]
  value: Id | null
  onChange: (value: Id) => void
  description?: ReactNode
  error?: string | undefined
}

/** A few choices that each need a sentence; all are seen at once. */
export function Radio<Id extends string>({ label, options, value, onChange, description, error }: RadioProps<Id>): ReactNode {
  return (
    <RadioGroup
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.id === key)
        if (chosen !== undefined) onChange(chosen.id)
      }}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className={styles['group'] ?? ''}
    >
      <FieldLabel>{label}</FieldLabel>
      <FieldNotes description={description} error={error} />
      {options.map((option) => (
        <RadioRow key={option.id} option={option} />
      ))}
    </RadioGroup>
  )
}

function RadioRow({ option }: { option: Option<string> }): ReactNode {
  const note = option.disabledBecause ?? option.description
  return (
    <RadioField value={option.id} isDisabled={option.disabledBecause !== undefined} className={styles['option'] ?? ''}>
      <RadioButton className={styles['row'] ?? ''}>
        <span className={styles['dot']} />
        {option.label}
      </RadioButton>
      {note !== undefined && (
        <Text slot="description" className={styles['note'] ?? ''}>
          {note}
        </Text>
      )}
    </RadioField>
  )
}
