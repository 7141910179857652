import type { ReactNode } from 'react'
import { Field } from './field.tsx'

/** A choice that cannot be changed now: in the tab order, readable, with the reason as its description. */
export function FixedField({
  label,
  shown,
  isLabelHidden = false,
  reason,
}: {
  label: string
  shown: string
  isLabelHidden?: boolean
  reason: string
}): ReactNode {
  return <Field label={label} value={shown} onChange={ignore} isReadOnly isLabelHidden={isLabelHidden} description={reason} />
}

const ignore = (): void => undefined
