import type { DOMAttributes, ReactElement, ReactNode } from 'react'
import { Focusable } from 'react-aria-components/Focusable'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip'
import styles from './tooltip.module.css'

export interface TooltipProps {
  /** A short sentence. Never the only place where something can be learned. */
  text: ReactNode
  /** One thing that can have focus: a kit button, or an element with a role and tabIndex inside TooltipTarget. */
  children: ReactNode
  placement?: 'top' | 'bottom' | 'left' | 'right'
  isDisabled?: boolean
}

const DELAY_MS = 500

/** Appears on hover after a moment and on keyboard focus at once, stays while the pointer is on it, goes with Escape. */
export function Tooltip({ text, children, placement = 'top', isDisabled = false }: TooltipProps): ReactNode {
  return (
    <TooltipTrigger delay={DELAY_MS} closeDelay={120} isDisabled={isDisabled}>
      {children}
      <TooltipBubble placement={placement}>{text}</TooltipBubble>
    </TooltipTrigger>
  )
}

/** Makes plain text or an icon a possible trigger of a tooltip. */
export function TooltipTarget({ children }: { children: ReactElement<DOMAttributes<HTMLElement>, string> }): ReactNode {
  return <Focusable>{children}</Focusable>
}

function TooltipBubble({ children, placement }: { children: ReactNode; placement: NonNullable<TooltipProps['placement']> }): ReactNode {
  return (
    <AriaTooltip className={styles['bubble'] ?? ''} placement={placement} offset={6}>
      {children}
    </AriaTooltip>
  )
}
