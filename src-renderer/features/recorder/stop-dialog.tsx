import type { ReactNode } from 'react'
import { recorder as copy } from '../../copy/recorder.ts'
import { useRecorder } from '../../rpc/index.ts'
import { ConfirmDialog } from '../../ui/index.ts'
import { useSteer } from './use-steer.ts'

/** Keys are pressed by mistake, and a recording that has ended does not go on; the Stop button itself does not ask. */
export function StopDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }): ReactNode {
  const steer = useSteer()
  const seconds = useRecorder(({ state }) => (state === null || state.state === 'idle' ? null : Math.floor(state.recordedMs / 1000)))
  if (seconds === null) return null
  return (
    <ConfirmDialog
      isOpen={isOpen}
      onClose={onClose}
      title={copy.stopTitle}
      confirmLabel={copy.stopConfirm}
      cancelLabel={copy.goOn}
      onConfirm={() => {
        steer.stop()
        onClose()
      }}
    >
      {copy.stopMeaning(seconds * 1000)}
    </ConfirmDialog>
  )
}
