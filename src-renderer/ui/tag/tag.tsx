import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Tag as AriaTag, TagGroup as AriaTagGroup, TagList } from 'react-aria-components/TagGroup'
import { FieldLabel } from '../field/field.tsx'
import { Icon, type IconGlyph } from '../icon/icon.tsx'
import { useWords } from '../kit/words.ts'
import styles from './tag.module.css'

export interface TagItem {
  readonly id: string
  readonly label: string
  readonly icon?: IconGlyph
}

export interface TagsProps {
  label: string
  tags: readonly TagItem[]
  /** Delete, Backspace, or the small cross. */
  onRemove?: (id: string) => void
  isLabelHidden?: boolean
}

/** Things that were named or chosen, side by side: participants, filters in use. Arrow keys walk them. */
export function Tags({ label, tags, onRemove, isLabelHidden = false }: TagsProps): ReactNode {
  const words = useWords()
  return (
    <AriaTagGroup
      className={styles['group'] ?? ''}
      {...(onRemove !== undefined && {
        onRemove: (keys) => {
          for (const key of keys) onRemove(String(key))
        },
      })}
    >
      <FieldLabel isHidden={isLabelHidden}>{label}</FieldLabel>
      <TagList className={styles['list'] ?? ''}>
        {tags.map((tag) => (
          <AriaTag key={tag.id} id={tag.id} textValue={tag.label} className={styles['tag'] ?? ''}>
            {tag.icon !== undefined && <Icon glyph={tag.icon} />}
            {tag.label}
            {onRemove !== undefined && (
              <Button slot="remove" aria-label={words.remove(tag.label)} className={styles['remove'] ?? ''}>
                <Icon glyph={X} />
              </Button>
            )}
          </AriaTag>
        ))}
      </TagList>
    </AriaTagGroup>
  )
}
