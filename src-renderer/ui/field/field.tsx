import { Eye, EyeOff, Search, X } from 'lucide-react'
import { useState, type HTMLInputAutoCompleteAttribute, type ReactNode, type Ref } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField'
import { TextField } from 'react-aria-components/TextField'
import { classes } from '../class-names.ts'
import { Icon } from '../icon/icon.tsx'
import { IconButton } from '../icon-button/icon-button.tsx'
import { useWords } from '../kit/words.ts'
import { VisuallyHidden } from '../visually-hidden/visually-hidden.tsx'
import { FieldNotes } from './label.tsx'
import styles from './field.module.css'

export interface FieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  description?: ReactNode
  /** What is wrong and what to do; its presence makes the field invalid. */
  error?: string | undefined
  /** A secret gets a button that shows it; paste and password managers work. */
  type?: 'text' | 'secret' | 'number' | 'url'
  placeholder?: string
  name?: string
  autoComplete?: HTMLInputAutoCompleteAttribute
  autoFocus?: boolean
  isRequired?: boolean
  isReadOnly?: boolean
  /** The label is read but not shown, where what stands around says the same. */
  isLabelHidden?: boolean
  /** Times, codes, keys. */
  isMono?: boolean
  ref?: Ref<HTMLInputElement>
}

/** One line of text with its label above and its notes below. */
export function Field(props: FieldProps): ReactNode {
  const { label, description, error, type = 'text', placeholder, isLabelHidden = false, isMono = false, ref, ...passed } = props
  const words = useWords()
  const [isShown, setShown] = useState(false)
  const isSecret = type === 'secret'
  return (
    <TextField
      {...passed}
      type={isSecret ? (isShown ? 'text' : 'password') : type === 'number' ? 'text' : type}
      {...(type === 'number' && { inputMode: 'numeric' as const })}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className={styles['field'] ?? ''}
    >
      <FieldLabel isHidden={isLabelHidden}>{label}</FieldLabel>
      <div className={styles['frame']}>
        <Input
          className={classes(styles['input'], isMono && styles['mono'])}
          spellCheck={isSecret ? 'false' : undefined}
          {...(placeholder !== undefined && { placeholder })}
          {...(ref !== undefined && { ref })}
        />
        {isSecret && (
          <IconButton
            glyph={isShown ? EyeOff : Eye}
            label={isShown ? words.hidePassphrase : words.showPassphrase}
            size="small"
            onPress={() => setShown(!isShown)}
          />
        )}
      </div>
      <FieldNotes description={description} error={error} />
    </TextField>
  )
}

export function FieldLabel({ children, isHidden = false }: { children: ReactNode; isHidden?: boolean }): ReactNode {
  return isHidden ? (
    <VisuallyHidden>
      <Label>{children}</Label>
    </VisuallyHidden>
  ) : (
    <Label className={styles['label'] ?? ''}>{children}</Label>
  )
}

export interface SearchFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  onSubmit?: (value: string) => void
  placeholder?: string
  description?: ReactNode
  /** Why nothing can be searched now; the field keeps its place. */
  disabledBecause?: string | undefined
  autoFocus?: boolean
  ref?: Ref<HTMLInputElement>
}

/** A search box. Escape empties it; its label is read and the placeholder says what can be found. */
export function SearchField({ label, placeholder, description, disabledBecause, ref, ...passed }: SearchFieldProps): ReactNode {
  const words = useWords()
  return (
    <AriaSearchField {...passed} isReadOnly={disabledBecause !== undefined} className={classes(styles['field'], styles['search'])}>
      <FieldLabel isHidden>{label}</FieldLabel>
      <div className={styles['frame']}>
        <Icon glyph={Search} className={styles['lead'] ?? ''} />
        <Input className={styles['input'] ?? ''} {...(placeholder !== undefined && { placeholder })} {...(ref !== undefined && { ref })} />
        <AriaButton className={styles['clear'] ?? ''} aria-label={words.clear}>
          <Icon glyph={X} />
        </AriaButton>
      </div>
      <FieldNotes description={disabledBecause ?? description} />
    </AriaSearchField>
  )
}
