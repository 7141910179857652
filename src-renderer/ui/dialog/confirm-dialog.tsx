import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../button/button.tsx'
import { Icon } from '../icon/icon.tsx'
import { useWords } from '../kit/words.ts'
import { Dialog } from './dialog.tsx'
import styles from './dialog.module.css'

export interface ConfirmDialogProps {
  isOpen: boolean
  onClose: () => void
  /** A question with its object: "Erase all audio older than 30 days?" */
  title: string
  /** What happens, to what, and that it cannot be undone. */
  children: ReactNode
  confirmLabel: string
  onConfirm: () => void
  cancelLabel?: string
  /** Takes something away for good: red, and Cancel has the focus. */
  isDestructive?: boolean
  isPending?: boolean
  /** What went wrong the last time it was confirmed, said here and not behind the dialog. */
  error?: string | undefined
}

/** Only for what cannot be undone; everything else happens at once with Undo in a toast. */
export function ConfirmDialog(props: ConfirmDialogProps): ReactNode {
  const { isOpen, onClose, title, children, confirmLabel, onConfirm, cancelLabel, isDestructive = false, isPending = false, error } = props
  const words = useWords()
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={title}
      role="alertdialog"
      size="small"
      isDismissable={!isPending}
      mainAction={
        <Button variant={isDestructive ? 'danger' : 'primary'} isPending={isPending} onPress={onConfirm} autoFocus={!isDestructive}>
          {confirmLabel}
        </Button>
      }
      leaveAction={
        <Button onPress={onClose} autoFocus={isDestructive} disabledBecause={isPending ? words.working : undefined}>
          {cancelLabel ?? words.cancel}
        </Button>
      }
    >
      {children}
      {error !== undefined && (
        <p role="alert" className={styles['error']}>
          <Icon glyph={CircleAlert} />
          {error}
        </p>
      )}
    </Dialog>
  )
}
