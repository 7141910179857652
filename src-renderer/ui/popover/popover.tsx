import type { ReactNode } from 'react'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover as AriaPopover } from 'react-aria-components/Popover'
import { classes } from '../class-names.ts'
import floating from './floating.module.css'

export interface PopoverProps {
  /** What it is about; read when it opens. */
  label: string
  /** A Button or IconButton. */
  trigger: ReactNode
  children: ReactNode | ((close: () => void) => ReactNode)
  placement?: 'top' | 'bottom' | 'bottom start' | 'bottom end' | 'left' | 'right'
}

/** A small layer beside what opened it: details, a short form. Escape and a click outside close it; focus goes back. */
export function Popover({ label, trigger, children, placement = 'bottom start' }: PopoverProps): ReactNode {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover className={floating['panel'] ?? ''} placement={placement} offset={4}>
        <Dialog aria-label={label} className={classes(floating['body'])}>
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
