import { useEffect, useRef, useState, type ReactNode } from 'react'
import { app } from '../copy/app.ts'
import { Dialog, Kbd, List, SearchField, type ListRow } from '../ui/index.ts'
import type { Command } from './commands.ts'
import styles from './shortcuts.module.css'

interface Row extends ListRow {
  readonly command: Command
}

/** Every command by its words: type, Enter takes the first, the arrows walk. */
export function Palette({ isOpen, onClose, commands }: { isOpen: boolean; onClose: () => void; commands: readonly Command[] }): ReactNode {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={app.palette.title} size="small">
      <Choices onClose={onClose} commands={commands.filter(({ isInPalette }) => isInPalette)} />
    </Dialog>
  )
}

function Choices({ onClose, commands }: { onClose: () => void; commands: readonly Command[] }): ReactNode {
  const [words, setWords] = useState('')
  const choices = useRef<HTMLDivElement>(null)
  const wanted = words.toLowerCase().split(' ')
  const rows = commands
    .filter(({ label }) => wanted.every((word) => label.toLowerCase().includes(word)))
    .map((command): Row => ({ id: command.id, text: command.label, command }))
  const take = (command: Command | undefined): void => {
    if (command === undefined) return
    onClose()
    command.run()
  }
  // From the field, the arrow leads into the list, where arrows walk by themselves.
  useEffect(() => {
    const box = choices.current
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'ArrowDown' || !(event.target instanceof HTMLInputElement)) return
      event.preventDefault()
      box?.querySelector<HTMLElement>('[role="row"]')?.focus()
    }
    box?.addEventListener('keydown', onKeyDown)
    return () => box?.removeEventListener('keydown', onKeyDown)
  }, [])
  return (
    <div className={styles['palette']} ref={choices}>
      <SearchField
        label={app.palette.search}
        placeholder={app.palette.search}
        value={words}
        onChange={setWords}
        onSubmit={() => take(rows[0]?.command)}
        autoFocus
      />
      <List<Row>
        label={app.palette.title}
        rows={rows}
        density="dense"
        onOpen={(id) => take(commands.find((command) => command.id === id))}
        whenEmpty={app.palette.nothing}
      >
        {({ command }) => (
          <span className={styles['command']}>
            {command.label}
            {command.keys !== undefined && <Kbd keys={command.keys} />}
          </span>
        )}
      </List>
    </div>
  )
}
