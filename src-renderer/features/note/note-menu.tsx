import { Columns2, Download, Ear, Ellipsis, RotateCw, Trash2, Volume2, VolumeX } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { ShownNote } from '../../../src-shared/contract/app.ts'
import { note as copy } from '../../copy/note.ts'
import { IconButton, Menu, type MenuAction } from '../../ui/index.ts'
import { summaryLife } from '../../copy/summary-life.ts'
import { CompareSummaries } from './compare-summaries.tsx'
import { DeleteSound } from './delete-sound.tsx'
import { ExportNote } from './export-note.tsx'
import { HearAgain } from './hear-again.tsx'
import { isUnderWay, type Work } from './jobs.ts'
import { RedoSummary } from './redo-summary.tsx'
import { useDeleteNote } from './use-delete-note.ts'
import { useKeepSound } from './use-keep-sound.ts'

type Asking = 'redo' | 'compare' | 'hear' | 'export' | 'sound' | null

/** Everything else that can be done with a note, and the dialogs that ask how. */
export function NoteMenu({ note, work }: { note: ShownNote; work: Work }): ReactNode {
  const [asking, setAsking] = useState<Asking>(null)
  const deleteNote = useDeleteNote(note.id)
  const keepSound = useKeepSound(note.id)
  const close = (): void => setAsking(null)
  const isBusy = work.jobs.some(isUnderWay)
  const busy = isBusy ? { disabledBecause: copy.work.busy } : {}
  const sound: MenuAction[] =
    note.sound === null
      ? []
      : [
          { id: 'hear', label: copy.menu.hearAgain, icon: Ear, onAction: () => setAsking('hear'), ...busy },
          note.sound.expiresAt === null
            ? { id: 'release', label: copy.menu.releaseSound, icon: Volume2, onAction: () => keepSound.mutate(false) }
            : { id: 'keep', label: copy.menu.keepSound, icon: Volume2, onAction: () => keepSound.mutate(true) },
          { id: 'sound', label: copy.menu.deleteSound, icon: VolumeX, onAction: () => setAsking('sound'), ...busy },
        ]
  return (
    <>
      <Menu
        label={copy.menu.label}
        trigger={<IconButton glyph={Ellipsis} label={copy.menu.label} />}
        groups={[
          {
            id: 'made',
            actions: [
              { id: 'redo', label: copy.menu.redo, icon: RotateCw, onAction: () => setAsking('redo'), ...busy },
              { id: 'compare', label: summaryLife.compare.menu, icon: Columns2, onAction: () => setAsking('compare') },
              { id: 'export', label: copy.menu.export, icon: Download, onAction: () => setAsking('export') },
            ],
          },
          ...(sound.length === 0 ? [] : [{ id: 'recorded', actions: sound }]),
          {
            id: 'gone',
            actions: [{ id: 'delete', label: copy.menu.delete, icon: Trash2, isDestructive: true, onAction: () => deleteNote.mutate() }],
          },
        ]}
      />
      {asking === 'redo' && <RedoSummary note={note} work={work} onClose={close} />}
      {asking === 'compare' && <CompareSummaries note={note} onClose={close} />}
      {asking === 'hear' && <HearAgain note={note} work={work} onClose={close} />}
      {asking === 'export' && <ExportNote note={note} onClose={close} />}
      {asking === 'sound' && <DeleteSound note={note} onClose={close} />}
    </>
  )
}
