import { useEffect, type ReactNode } from 'react'
import { Button } from '../button/button.tsx'
import { Dialog } from '../dialog/dialog.tsx'
import { Keep, nothing, Row } from '../story-state.tsx'
import type { StoryFile } from '../story.ts'
import { dismissAllToasts, showToast, type ToastContent } from './toasts.ts'

const Shown = ({ toasts }: { toasts: readonly ToastContent[] }): ReactNode => {
  useEffect(() => {
    for (const toast of toasts) showToast({ ...toast, staysMs: Number.POSITIVE_INFINITY })
    return dismissAllToasts
  }, [toasts])
  return (
    <Row>
      {toasts.map((toast) => (
        <Button
          key={toast.text}
          onPress={() => {
            showToast(toast)
          }}
        >
          Show again
        </Button>
      ))}
    </Row>
  )
}

const UNDO: readonly ToastContent[] = [{ text: 'Stand-up deleted', action: { label: 'Undo', onAction: nothing } }]
const TONES: readonly ToastContent[] = [
  { text: 'Saved', tone: 'good' },
  { text: 'The built-in engine is used: Ollama did not answer', tone: 'warning' },
  { text: 'The microphone was unplugged. Everything before that is saved.', tone: 'danger', urgency: 'assertive' },
]

const file: StoryFile = {
  title: 'Toast',
  isLayer: true,
  stories: {
    undo: () => <Shown toasts={UNDO} />,
    'over a dialog': () => (
      <Keep<boolean> initial>
        {(isOpen, set) => (
          <Dialog isOpen={isOpen} onClose={() => set(false)} title="Action items" leaveAction={<Button onPress={() => set(false)}>Close</Button>}>
            <Shown toasts={UNDO} />
          </Dialog>
        )}
      </Keep>
    ),
    tones: () => <Shown toasts={TONES} />,
  },
}
export default file
