import { X } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { IconButton } from '../icon-button/icon-button.tsx'
import { useWords } from '../kit/words.ts'
import styles from './drawer.module.css'

export interface DrawerProps {
  title: string
  isOpen: boolean
  onClose: () => void
  children: ReactNode
  /** beside: a pane of the page, next to the content. over: a layer above it, where there is no room. */
  mode?: 'beside' | 'over'
}

/** What belongs to the page but need not always be seen: transcript, details. */
export function Drawer({ title, isOpen, onClose, children, mode = 'beside' }: DrawerProps): ReactNode {
  const titleId = useId()
  const words = useWords()
  const close = <IconButton glyph={X} label={words.close} size="small" onPress={onClose} />
  if (mode === 'over') {
    return (
      <ModalOverlay
        isOpen={isOpen}
        onOpenChange={(open) => {
          if (!open) onClose()
        }}
        isDismissable
        className={styles['veil'] ?? ''}
      >
        <Modal className={styles['sheet'] ?? ''}>
          <Dialog className={styles['drawer'] ?? ''}>
            <div className={styles['head']}>
              <Heading slot="title" className={styles['title'] ?? ''}>
                {title}
              </Heading>
              {close}
            </div>
            <div className={styles['body']}>{children}</div>
          </Dialog>
        </Modal>
      </ModalOverlay>
    )
  }
  return (
    isOpen && (
      <aside aria-labelledby={titleId} className={styles['drawer']} data-beside>
        <div className={styles['head']}>
          <h2 id={titleId} className={styles['title']}>
            {title}
          </h2>
          {close}
        </div>
        <div className={styles['body']}>{children}</div>
      </aside>
    )
  )
}
