import type { ReactNode } from 'react'
import { Button } from '../button/button.tsx'
import { Field } from '../field/field.tsx'
import { PlatformContext } from '../kit/platform.ts'
import { Keep, nothing } from '../story-state.tsx'
import type { StoryFile } from '../story.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { Dialog } from './dialog.tsx'

const Opened = ({ children }: { children: (isOpen: boolean, close: () => void) => ReactNode }): ReactNode => (
  <Keep<boolean> initial>
    {(isOpen, set) => (
      <>
        <Button onPress={() => set(true)}>Open</Button>
        {children(isOpen, () => set(false))}
      </>
    )}
  </Keep>
)

const Erase = ({ error, isPending = false }: { error?: string; isPending?: boolean }): ReactNode => (
  <Opened>
    {(isOpen, close) => (
      <ConfirmDialog
        isOpen={isOpen}
        onClose={close}
        title="Erase the audio of 12 meetings?"
        confirmLabel="Erase audio"
        onConfirm={close}
        isDestructive
        isPending={isPending}
        error={error}
      >
        <p>Words and notes stay. The sound cannot be had back, so a doubtful word can no longer be checked.</p>
      </ConfirmDialog>
    )}
  </Opened>
)

const file: StoryFile = {
  title: 'Dialog',
  isLayer: true,
  stories: {
    form: () => (
      <Opened>
        {(isOpen, close) => (
          <Dialog
            isOpen={isOpen}
            onClose={close}
            title="Rename this meeting"
            mainAction={
              <Button variant="primary" onPress={close}>
                Rename
              </Button>
            }
            leaveAction={<Button onPress={close}>Cancel</Button>}
          >
            <Keep initial="Tuesday stand-up">{(value, set) => <Field label="Title" value={value} onChange={set} autoFocus />}</Keep>
          </Dialog>
        )}
      </Opened>
    ),
    destructive: () => <Erase />,
    pending: () => <Erase isPending />,
    error: () => <Erase error="The disk is full, so nothing was erased. Free some space and try again." />,
    'windows order': () => (
      <PlatformContext value="windows">
        <Erase />
      </PlatformContext>
    ),
    'long content': () => (
      <Opened>
        {(isOpen, close) => (
          <Dialog
            isOpen={isOpen}
            onClose={close}
            title="What will be sent"
            size="large"
            mainAction={
              <Button variant="primary" onPress={close}>
                Send
              </Button>
            }
            leaveAction={<Button onPress={nothing}>Back</Button>}
          >
            {Array.from({ length: 40 }, (_, at) => (
              <p key={at}>{at + 1}. Call [PERSON-1] on [PHONE-1] about the order of [ORGANISATION-1].</p>
            ))}
          </Dialog>
        )}
      </Opened>
    ),
  },
}
export default file
