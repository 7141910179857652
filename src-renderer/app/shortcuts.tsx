import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import { app } from '../copy/app.ts'
import { StopDialog } from '../features/recorder/index.ts'
import { Dialog, Kbd, type KeyName } from '../ui/index.ts'
import { isPressed, useCommands } from './commands.ts'
import { Palette } from './palette.tsx'
import styles from './shortcuts.module.css'

/** Keys that act where the focus is; the rest are the commands'. */
const WITHIN: readonly { readonly label: string; readonly keys: readonly KeyName[] }[] = [
  { label: app.shortcuts.search, keys: ['mod', 'F'] },
  { label: app.shortcuts.panes, keys: ['F6'] },
  { label: app.shortcuts.walk, keys: ['up', 'down'] },
  { label: app.shortcuts.choose, keys: ['space'] },
  { label: app.shortcuts.close, keys: ['escape'] },
]

/** Listens for the keys of every command, and shows them all when asked. */
export function Shortcuts({ onLock }: { onLock: () => void }): ReactNode {
  const [layer, setLayer] = useState<'palette' | 'shortcuts' | 'stop' | null>(null)
  const close = (): void => setLayer(null)
  const commands = useCommands({ onLock, onPalette: () => setLayer('palette'), onShortcuts: () => setLayer('shortcuts'), onStop: () => setLayer('stop') })
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    const command = commands.find((one) => isPressed(one, event))
    if (command === undefined) return
    event.preventDefault()
    // A layer that is open is closed first, so that two never lie on each other.
    setLayer(null)
    command.run()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return (
    <>
      <StopDialog isOpen={layer === 'stop'} onClose={close} />
      <Palette isOpen={layer === 'palette'} onClose={close} commands={commands} />
      <Dialog isOpen={layer === 'shortcuts'} onClose={close} title={app.shortcuts.title}>
        <dl className={styles['shortcuts']}>
          {[...commands, ...WITHIN].map(
            ({ label, keys }) =>
              keys !== undefined && (
                <div key={label} className={styles['shortcut']}>
                  <dt>{label}</dt>
                  <dd>
                    <Kbd keys={keys} />
                  </dd>
                </div>
              ),
          )}
        </dl>
      </Dialog>
    </>
  )
}
