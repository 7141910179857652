import type { ReactNode } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { Icon, type IconGlyph } from '../icon/icon.tsx'
import styles from './segmented.module.css'

export interface Segment<Id extends string> {
  readonly id: Id
  readonly label: string
  readonly icon?: IconGlyph
}

export interface SegmentedProps<Id extends string> {
  label: string
  segments: readonly Segment<Id>[]
  value: Id
  onChange: (value: Id) => void
}

/** Two to four short choices side by side that change what is seen, at once. */
export function Segmented<Id extends string>({ label, segments, value, onChange }: SegmentedProps<Id>): ReactNode {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = segments.find((segment) => keys.has(segment.id))
        if (chosen !== undefined) onChange(chosen.id)
      }}
      className={styles['group'] ?? ''}
    >
      {segments.map((segment) => (
        <ToggleButton key={segment.id} id={segment.id} className={styles['segment'] ?? ''}>
          {segment.icon !== undefined && <Icon glyph={segment.icon} />}
          {segment.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
