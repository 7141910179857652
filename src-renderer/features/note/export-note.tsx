import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { ExportFormat, ShownNote } from '../../../src-shared/contract/app.ts'
import { note } from '../../copy/note.ts'
import { saveFile, useSotto } from '../../rpc/index.ts'
import { Button, Dialog, Radio, Select, showToast } from '../../ui/index.ts'
import { FailurePanel } from '../failure/index.ts'
import styles from './note.module.css'

const copy = note.export
const FORMATS: readonly ExportFormat[] = ['md', 'txt', 'json', 'vtt', 'srt']
const TYPES: Readonly<Record<ExportFormat, string>> = {
  md: 'text/markdown',
  txt: 'text/plain',
  json: 'application/json',
  vtt: 'text/vtt',
  srt: 'application/x-subrip',
}

/** Writes the note into a file of the person's own: with hidden names unless they say otherwise. */
export function ExportNote({ note: shown, onClose }: { note: ShownNote; onClose: () => void }): ReactNode {
  const client = useSotto()
  const [format, setFormat] = useState<ExportFormat>('md')
  const [names, setNames] = useState<'without' | 'with'>('without')
  const save = useMutation({
    mutationFn: () => client.notes.export({ id: shown.id, format, reveal: names === 'with' }),
    onSuccess: ({ content }) => {
      // The title may hold names; the day of the meeting tells files apart well enough.
      saveFile(`sotto-${shown.date.slice(0, 10)}.${format}`, TYPES[format], [content])
      onClose()
      showToast({ text: copy.saved })
    },
  })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={copy.title}
      mainAction={
        <Button variant="primary" isPending={save.isPending} onPress={() => save.mutate()}>
          {copy.save}
        </Button>
      }
      leaveAction={<Button onPress={onClose}>{note.cancel}</Button>}
    >
      <div className={styles['form']}>
        <Select label={copy.format} value={format} onChange={setFormat} options={FORMATS.map((id) => ({ id, label: copy.formats[id] }))} />
        <Radio
          label={copy.names}
          value={names}
          onChange={setNames}
          options={[
            { id: 'without', label: copy.without, description: copy.withoutMeaning },
            { id: 'with', label: copy.with, description: copy.withMeaning },
          ]}
        />
        <FailurePanel error={save.error} headingLevel={3} />
      </div>
    </Dialog>
  )
}
