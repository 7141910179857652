import { useId, type ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { classes } from '../class-names.ts'
import { usePlatform } from '../kit/platform.ts'
import styles from './dialog.module.css'

export interface DialogProps {
  isOpen: boolean
  onClose: () => void
  title: string
  children: ReactNode
  /** The main button and the one that leaves; they are put in the order of the platform. */
  mainAction?: ReactNode
  leaveAction?: ReactNode
  size?: 'small' | 'medium' | 'large'
  /** False while leaving would lose work: Escape and a click outside then do nothing. */
  isDismissable?: boolean
  role?: 'dialog' | 'alertdialog'
}

/** A layer that takes the focus, keeps it, and gives it back where it was. Errors of what it does are shown inside it. */
export function Dialog(props: DialogProps): ReactNode {
  const { isOpen, onClose, title, children, mainAction, leaveAction, size = 'medium', isDismissable = true, role = 'dialog' } = props
  const bodyId = useId()
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      isDismissable={isDismissable && role === 'dialog'}
      isKeyboardDismissDisabled={!isDismissable}
      className={styles['veil'] ?? ''}
    >
      <Modal className={classes(styles['modal'], styles[size])}>
        <AriaDialog role={role} className={styles['dialog'] ?? ''} {...(role === 'alertdialog' && { 'aria-describedby': bodyId })}>
          <Heading slot="title" className={styles['title'] ?? ''}>
            {title}
          </Heading>
          <div id={bodyId} className={styles['body']}>
            {children}
          </div>
          {(mainAction ?? leaveAction) !== undefined && <DialogActions main={mainAction} leave={leaveAction} />}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** Main button last on macOS and Linux, first on Windows: in the page's order too, so that Tab and eye agree. */
export function DialogActions({ main, leave }: { main?: ReactNode; leave?: ReactNode }): ReactNode {
  const platform = usePlatform()
  return (
    <div className={styles['actions']}>
      {platform === 'windows' ? (
        <>
          {main}
          {leave}
        </>
      ) : (
        <>
          {leave}
          {main}
        </>
      )}
    </div>
  )
}
