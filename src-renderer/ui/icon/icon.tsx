import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

export type IconGlyph = LucideIcon

/** One stroke and two sizes for every icon. Decorative: the word beside it, or the label of its button, says the meaning. */
export function Icon({ glyph: Glyph, size = 16, className }: { glyph: IconGlyph; size?: 16 | 20; className?: string }): ReactNode {
  return <Glyph size={size} strokeWidth={1.75} aria-hidden focusable={false} {...(className === undefined ? {} : { className })} />
}
