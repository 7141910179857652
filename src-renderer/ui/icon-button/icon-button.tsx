import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { announce } from '../announcer/announcements.ts'
import { classes } from '../class-names.ts'
import { Icon, type IconGlyph } from '../icon/icon.tsx'
import { Tooltip } from '../tooltip/tooltip.tsx'
import styles from './icon-button.module.css'

export interface IconButtonProps extends Pick<AriaButtonProps, 'autoFocus' | 'slot' | 'aria-expanded' | 'aria-controls' | 'aria-haspopup'> {
  glyph: IconGlyph
  /** What it does, as a verb with its object; shown as a tooltip and read as the name. */
  label: string
  onPress?: () => void
  variant?: 'quiet' | 'secondary' | 'danger'
  size?: 'small' | 'medium'
  /** For a button that stays down: whether it is. The label must not change with it. */
  isPressedDown?: boolean
  disabledBecause?: string | undefined
  ref?: Ref<HTMLButtonElement>
}

/** Only where the icon is well known and the row is narrow; otherwise a Button with a word. */
export function IconButton(props: IconButtonProps): ReactNode {
  const { glyph, label, onPress, variant = 'quiet', size = 'medium', isPressedDown, disabledBecause, ...passed } = props
  const isDisabled = disabledBecause !== undefined
  const press = isDisabled ? () => announce(disabledBecause) : onPress
  return (
    <Tooltip text={isDisabled ? `${label}: ${disabledBecause}` : label}>
      <AriaButton
        {...passed}
        {...(press !== undefined && { onPress: press })}
        {...(isPressedDown !== undefined && { 'aria-pressed': isPressedDown })}
        {...(isDisabled && { 'aria-disabled': true })}
        aria-label={label}
        className={classes(styles['button'], styles[variant], styles[size])}
      >
        <Icon glyph={glyph} />
      </AriaButton>
    </Tooltip>
  )
}
