import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { Text } from 'react-aria-components/Text'
import { classes } from '../class-names.ts'
import { FieldLabel } from '../field/field.tsx'
import fieldStyles from '../field/field.module.css'
import { FieldNotes } from '../field/label.tsx'
import { Icon } from '../icon/icon.tsx'
import floating from '../popover/floating.module.css'
import styles from './select.module.css'

export interface Option<Id extends string> {
  readonly id: Id
  readonly label: string
  readonly description?: string
  readonly isDisabled?: boolean
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
  isDisabled?: boolean
}

/** One of a few. For two or three that should be seen at once take Segmented or Radio, for many ComboBox. */
export function Select<Id extends string>(props: SelectProps<Id>): ReactNode {
  const { label, options, value, onChange, placeholder, description, error, isLabelHidden = false, isDisabled = false } = props
  return (
    <AriaSelect
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.id === key)
        if (chosen !== undefined) onChange(chosen.id)
      }}
      {...(placeholder !== undefined && { placeholder })}
      isInvalid={error !== undefined}
      isDisabled={isDisabled}
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
  return (
    <ListBoxItem id={option.id} textValue={option.label} isDisabled={option.isDisabled ?? false} className={floating['choice'] ?? ''}>
      {({ isSelected }) => (
        <>
          <span className={floating['lead']}>{isSelected && <Icon glyph={Check} />}</span>
          <span className={floating['words']}>
            <Text slot="label">{option.label}</Text>
            {option.description !== undefined && (
              <Text slot="description" className={floating['note'] ?? ''}>
                {option.description}
              </Text>
            )}
          </span>
        </>
      )}
    </ListBoxItem>
  )
}
