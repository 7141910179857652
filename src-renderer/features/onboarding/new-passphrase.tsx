import { useState, type ReactNode } from 'react'
import { onboarding } from '../../copy/onboarding.ts'
import { Field, Meter } from '../../ui/index.ts'
import { missingIn, MIN_LENGTH, strengthOf, type Strength } from './strength.ts'
import styles from './onboarding.module.css'

const words = onboarding.passphrase
const TONES = { short: 'warning', repeated: 'warning', fair: 'plain', good: 'good' } as const satisfies Record<Strength, string>
const FRACTIONS: Readonly<Record<Strength, number>> = { short: 0.15, repeated: 0.3, fair: 0.6, good: 1 }

/** The two fields of a new passphrase, and whether they may be used yet. */
export function useNewPassphrase() {
  const [value, setValue] = useState('')
  const [again, setAgain] = useState('')
  const [isChecked, setChecked] = useState(false)
  return {
    value,
    again,
    setValue,
    setAgain,
    /** From the first attempt on, what is wrong is said. */
    isChecked,
    check(): boolean {
      setChecked(true)
      return missingIn(value) === 0 && value === again
    },
  }
}

/** A passphrase to be chosen: with an honest word on its length, and typed twice. Paste and password managers work. */
export function NewPassphrase({ state, label = words.label, autoFocus = false }: {
  state: ReturnType<typeof useNewPassphrase>
  label?: string
  autoFocus?: boolean
}): ReactNode {
  const { value, again, setValue, setAgain, isChecked } = state
  const strength = strengthOf(value)
  const missing = missingIn(value)
  const description = value === '' ? words.none(MIN_LENGTH) : missing > 0 ? words.short(missing) : words[strength === 'short' ? 'fair' : strength]
  return (
    <div className={styles['passphrase']}>
      <Field
        label={label}
        type="secret"
        name="new-passphrase"
        autoComplete="new-password"
        value={value}
        onChange={setValue}
        autoFocus={autoFocus}
        isRequired
        {...(isChecked && missing > 0 ? { error: value === '' ? words.none(MIN_LENGTH) : words.short(missing) } : { description })}
      />
      {value !== '' && <Meter label={words.strength} fraction={FRACTIONS[strength]} text={words.level[strength]} tone={TONES[strength]} />}
      <Field
        label={words.again}
        type="secret"
        name="new-passphrase-again"
        autoComplete="new-password"
        value={again}
        onChange={setAgain}
        isRequired
        error={isChecked && missing === 0 && value !== again ? words.differ : undefined}
      />
    </div>
  )
}
