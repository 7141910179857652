import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { ShownNote } from '../../../src-shared/contract/app.ts'
import { bytes } from '../../copy/amounts.ts'
import { languageOptions } from './languages.ts'
import { note } from '../../copy/note.ts'
import { useQueries, useSotto } from '../../rpc/index.ts'
import { Button, Dialog, Select } from '../../ui/index.ts'
import type { Work } from './jobs.ts'
import { FailurePanel } from '../failure/index.ts'
import styles from './note.module.css'

const copy = note.hear
const BEST = 'best'

/** Asks with which model, and in which language, the recording should be heard. */
export function HearAgain({ note: shown, work, onClose }: { note: ShownNote; work: Work; onClose: () => void }): ReactNode {
  const client = useSotto()
  const models = useQuery(useQueries().models.list.queryOptions())
  const [model, setModel] = useState(BEST)
  const [language, setLanguage] = useState('auto')
  const hear = useMutation({
    mutationFn: () =>
      client.notes.hearAgain({ id: shown.id, params: { engine: 'embedded', speech: { ...(model !== BEST && { model }), language } } }),
    onSuccess: () => {
      work.watchAgain()
      onClose()
    },
  })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={copy.title}
      mainAction={
        <Button variant="primary" isPending={hear.isPending} onPress={() => hear.mutate()}>
          {copy.start}
        </Button>
      }
      leaveAction={<Button onPress={onClose}>{note.cancel}</Button>}
    >
      <div className={styles['form']}>
        <Select
          label={copy.model}
          value={model}
          onChange={setModel}
          options={[
            { id: BEST, label: copy.best },
            ...(models.data ?? []).map((one) => ({
              id: one.name,
              label: one.name,
              ...(one.installed ? { description: bytes(one.bytes) } : { disabledBecause: copy.notHere }),
            })),
          ]}
        />
        <Select label={copy.language} value={language} onChange={setLanguage} options={[{ id: 'auto', label: copy.detect }, ...languageOptions()]} />
        <p className={styles['quiet']}>{copy.meaning}</p>
        <FailurePanel error={hear.error} headingLevel={3} />
      </div>
    </Dialog>
  )
}
