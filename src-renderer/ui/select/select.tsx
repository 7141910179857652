import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { Text } from 'react-aria-components/Text'
import { classes } from '../class-names.ts'
import { FieldLabel } from '../field/field.tsx'
import { FixedField } from '../field/fixed-field.tsx'
import fieldStyles from '../field/field.module.css'
import { FieldNotes } from '../field/label.tsx'
import { Icon } from '../icon/icon.tsx'
import floating from '../popover/floating.module.css'
import styles from './select.module.css'

export interface Option<Id extends string> {
  readonly id: Id
  readonly label: string
  readonly description?: string
  /** Why it cannot be chosen now; shown in the place of its description. */
  readonly disabledBecause?: string
}

export interface SelectProps<Id extends string> {
  label: string
  options: readonly Option<Id>[]
  value: Id | null
  onChange: (value: Id) => void
  placeholder?: string
  description?: ReactNode
  error?: string | undefined
  isLabelHidden?: boolean
  /** Why it cannot be changed now: its value is then shown as a field that can be reached and read. */
  disabledBecause?: string | undefined
}

/** One of a few. For two or three that should be seen at once take Segmented or Radio, for many ComboBox. */
export function Select<Id extends string>(props: SelectProps<Id>): ReactNode {
  const { label, options, value, onChange, placeholder, description, error, isLabelHidden = false, disabledBecause } = props
  if (disabledBecause !== undefined) {
    const shown = options.find((option) => option.id === value)?.label ?? placeholder ?? ''
    return <FixedField label={label} shown={shown} isLabelHidden={isLabelHidden} reason={disabledBecause} />
  }
  return (
    <AriaSelect
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.id === key)
        if (chosen !== undefined) onChange(chosen.id)
      }}
      {...(placeholder !== undefined && { placeholder })}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className={classes(fieldStyles['field'])}
    >
      <FieldLabel isHidden={isLabelHidden}>{label}</FieldLabel>
      <Button className={styles['button'] ?? ''}>
        <SelectValue className={styles['value'] ?? ''}>
          {({ isPlaceholder, selectedText, defaultChildren }) => (isPlaceholder ? defaultChildren : selectedText)}
        </SelectValue>
        <Icon glyph={ChevronDown} className={styles['chevron'] ?? ''} />
      </Button>
      <FieldNotes description={description} error={error} />
      <Popover className={floating['panel'] ?? ''} offset={4}>
        <ListBox items={options} className={floating['choices'] ?? ''}>
          {(option) => <ChoiceRow option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

/** One row of an open list of choices; the chosen one has a tick, not only a colour. */
export function ChoiceRow({ option }: { option: Option<string> }): ReactNode {
  const note = option.disabledBecause ?? option.description
  return (
    <ListBoxItem id={option.id} textValue={option.label} isDisabled={option.disabledBecause !== undefined} className={floating['choice'] ?? ''}>
      {({ isSelected }) => (
        <>
          <span className={floating['lead']}>{isSelected && <Icon glyph={Check} />}</span>
          <span className={floating['words']}>
            <Text slot="label">{option.label}</Text>
            {note !== undefined && (
              <Text slot="description" className={floating['note'] ?? ''}>
                {note}
              </Text>
            )}
          </span>
        </>
      )}
    </ListBoxItem>
  )
}
