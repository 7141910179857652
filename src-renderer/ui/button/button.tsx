import { LoaderCircle } from 'lucide-react'
import { useId, type ReactNode, type Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { announce } from '../announcer/announcements.ts'
import { classes } from '../class-names.ts'
import { Icon, type IconGlyph } from '../icon/icon.tsx'
import { useWords } from '../kit/words.ts'
import { Tooltip } from '../tooltip/tooltip.tsx'
import { VisuallyHidden } from '../visually-hidden/visually-hidden.tsx'
import styles from './button.module.css'

type Passed =
  'type' | 'form' | 'autoFocus' | 'slot' | 'aria-label' | 'aria-describedby' | 'aria-expanded' | 'aria-controls' | 'aria-haspopup' | 'aria-pressed'

export interface ButtonProps extends Pick<AriaButtonProps, Passed> {
  children: ReactNode
  onPress?: () => void
  /** primary: the one thing this screen is for. secondary: the rest. quiet: in rows and toolbars. danger: takes something away. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger' | 'recording'
  size?: 'small' | 'medium' | 'large'
  width?: 'hug' | 'fill'
  icon?: IconGlyph
  /** Work it started is still going on. Keeps focus, takes no press, says so. */
  isPending?: boolean
  /** Possible, but we advise against it; the words beside it say why. */
  isDiscouraged?: boolean
  /** Why it cannot be pressed now. It stays in the tab order and gives this as its description. */
  disabledBecause?: string | undefined
  ref?: Ref<HTMLButtonElement>
}

/** A verb with its object: "Delete audio", "Send 3 action items". */
export function Button(props: ButtonProps): ReactNode {
  const { children, onPress, variant = 'secondary', size = 'medium', width = 'hug', icon, isPending = false, ...rest } = props
  const { isDiscouraged = false, disabledBecause, ...passed } = rest
  const words = useWords()
  const reasonId = useId()
  const isDisabled = disabledBecause !== undefined
  const press = isDisabled ? () => announce(disabledBecause) : onPress
  const button = (
    <AriaButton
      {...passed}
      {...(isDisabled && { 'aria-disabled': true, 'aria-describedby': reasonId, type: 'button' as const })}
      {...(press !== undefined && { onPress: press })}
      isPending={isPending}
      data-discouraged={isDiscouraged || undefined}
      className={classes(styles['button'], styles[variant], styles[size], styles[width])}
    >
      <span className={styles['face']}>
        {icon !== undefined && <Icon glyph={icon} size={size === 'large' ? 20 : 16} />}
        <span className={styles['label']}>{children}</span>
        {isDisabled && (
          <span id={reasonId} hidden>
            {disabledBecause}
          </span>
        )}
      </span>
      {isPending && (
        <span className={styles['pending']}>
          <Icon glyph={LoaderCircle} className={styles['spinner'] ?? ''} />
          <VisuallyHidden>{words.working}</VisuallyHidden>
        </span>
      )}
    </AriaButton>
  )
  return isDisabled ? <Tooltip text={disabledBecause}>{button}</Tooltip> : button
}
