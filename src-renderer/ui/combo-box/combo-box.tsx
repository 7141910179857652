import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { ListBox } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { FieldLabel } from '../field/field.tsx'
import { FixedField } from '../field/fixed-field.tsx'
import fieldStyles from '../field/field.module.css'
import { FieldNotes } from '../field/label.tsx'
import { Icon } from '../icon/icon.tsx'
import { useWords } from '../kit/words.ts'
import floating from '../popover/floating.module.css'
import { ChoiceRow, type Option } from '../select/select.tsx'

export interface ComboBoxProps<Id extends string> {
  label: string
  options: readonly Option<Id>[]
  value: Id | null
  onChange: (value: Id | null) => void
  placeholder?: string
  description?: ReactNode
  error?: string | undefined
  disabledBecause?: string | undefined
}

/** One of many, found by typing a part of its name. */
export function ComboBox<Id extends string>(props: ComboBoxProps<Id>): ReactNode {
  const { label, options, value, onChange, placeholder, description, error, disabledBecause } = props
  const words = useWords()
  if (disabledBecause !== undefined) {
    const shown = options.find((option) => option.id === value)?.label ?? placeholder ?? ''
    return <FixedField label={label} shown={shown} reason={disabledBecause} />
  }
  return (
    <AriaComboBox
      defaultItems={options}
      value={value}
      onChange={(key) => onChange(options.find((option) => option.id === key)?.id ?? null)}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      menuTrigger="focus"
      allowsEmptyCollection
      className={fieldStyles['field'] ?? ''}
    >
      <FieldLabel>{label}</FieldLabel>
      <div className={fieldStyles['frame']}>
        <Input className={fieldStyles['input'] ?? ''} {...(placeholder !== undefined && { placeholder })} />
        <Button className={fieldStyles['clear'] ?? ''} aria-label={words.showChoices}>
          <Icon glyph={ChevronDown} />
        </Button>
      </div>
      <FieldNotes description={description} error={error} />
      <Popover className={floating['panel'] ?? ''} offset={4}>
        <ListBox<Option<Id>> className={floating['choices'] ?? ''} renderEmptyState={() => <p className={floating['heading']}>{words.noMatches}</p>}>
          {(option) => <ChoiceRow option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}
