import type { ReactNode, Ref } from 'react'
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'
import { classes } from '../class-names.ts'
import { FieldLabel } from '../field/field.tsx'
import styles from '../field/field.module.css'
import { FieldNotes } from '../field/label.tsx'

export interface TextAreaProps {
  label: string
  value: string
  onChange: (value: string) => void
  description?: ReactNode
  error?: string | undefined
  placeholder?: string
  /** reading: the person's own notes, in the size they read in. */
  text?: 'ui' | 'reading'
  isReadOnly?: boolean
  isLabelHidden?: boolean
  autoFocus?: boolean
  /** Off where words must not reach a spelling service of the system. */
  isSpellChecked?: boolean
  ref?: Ref<HTMLTextAreaElement>
}

/** Several lines; grows with its text and can be pulled larger. */
export function TextArea(props: TextAreaProps): ReactNode {
  const { label, description, error, placeholder, text = 'ui', isLabelHidden = false, isSpellChecked = false, ref, ...passed } = props
  return (
    <TextField {...passed} isInvalid={error !== undefined} validationBehavior="aria" className={styles['field'] ?? ''}>
      <FieldLabel isHidden={isLabelHidden}>{label}</FieldLabel>
      <div className={styles['frame']}>
        <AriaTextArea
          className={classes(styles['input'], styles['area'], text === 'reading' && styles['reading'])}
          spellCheck={isSpellChecked}
          {...(placeholder !== undefined && { placeholder })}
          {...(ref !== undefined && { ref })}
        />
      </div>
      <FieldNotes description={description} error={error} />
    </TextField>
  )
}
