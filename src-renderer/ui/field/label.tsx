import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Text } from 'react-aria-components/Text'
import { Icon } from '../icon/icon.tsx'
import styles from './field.module.css'

/** The lines under a control: what it means, and what is wrong with its value. Both become its description. */
export function FieldNotes({ description, error }: { description?: ReactNode; error?: string | undefined }): ReactNode {
  return (
    <>
      {description !== undefined && (
        <Text slot="description" className={styles['description'] ?? ''}>
          {description}
        </Text>
      )}
      <FieldError className={styles['error'] ?? ''}>
        <Icon glyph={CircleAlert} />
        <span>{error}</span>
      </FieldError>
    </>
  )
}
