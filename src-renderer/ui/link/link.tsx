import { ArrowUpRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link as AriaLink } from 'react-aria-components/Link'
import { classes } from '../class-names.ts'
import { Icon } from '../icon/icon.tsx'
import { useWords } from '../kit/words.ts'
import { VisuallyHidden } from '../visually-hidden/visually-hidden.tsx'
import styles from './link.module.css'

export interface LinkProps {
  children: ReactNode
  /** Where it leads. Without one it is a link that acts by onPress, for routes that are no address. */
  href?: string
  onPress?: () => void
  /** Leads out of the app, into the browser: marked with an arrow and with words. */
  isOutside?: boolean
  /** quiet: in a list of links, where an underline on each would be noise. */
  variant?: 'text' | 'quiet'
  'aria-current'?: 'page' | 'true'
}

export function Link({ children, href, onPress, isOutside = false, variant = 'text', ...passed }: LinkProps): ReactNode {
  const words = useWords()
  return (
    <AriaLink
      {...passed}
      {...(href !== undefined && { href })}
      {...(onPress !== undefined && { onPress })}
      {...(isOutside && { target: '_blank', rel: 'noreferrer' })}
      className={classes(styles['link'], styles[variant])}
    >
      {children}
      {isOutside && <Icon glyph={ArrowUpRight} className={styles['outside'] ?? ''} />}
      {isOutside && <VisuallyHidden> ({words.opensOutside})</VisuallyHidden>}
    </AriaLink>
  )
}
