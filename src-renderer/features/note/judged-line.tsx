import { Check, CircleHelp, Ellipsis, PencilLine, Undo2, X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { ShownSummary } from '../../../src-shared/contract/app.ts'
import type { JudgedSection } from '../../../src-shared/domain/verdict.ts'
import { messageOf } from '../../copy/failures.ts'
import { note } from '../../copy/note.ts'
import { summaryLife } from '../../copy/summary-life.ts'
import { Badge, IconButton, Menu, type MenuAction } from '../../ui/index.ts'
import { Chips, type Evidence } from './evidence.tsx'
import { useJudge, type Judging } from './judging.ts'
import { WordsEditor } from './words-editor.tsx'
import { Words } from './words.tsx'
import styles from './summary.module.css'

const copy = summaryLife.line
type Line = ShownSummary['overview'][number]

/** A line with its place in its section as shown: what is said of it is said by that. */
export interface Placed<Of extends Line = Line> {
  readonly line: Of
  readonly index: number
}

export const placed = <Of extends Line>(lines: readonly Of[]): Placed<Of>[] => lines.map((line, index) => ({ line, index }))

export interface JudgedLineProps {
  at: Placed
  /** None for lines of a template's section, which nobody judges. */
  section: JudgedSection | undefined
  evidence: Evidence
  judging: Judging | undefined
}

/** What was made of the words, the way back to them, and a person's word on it. */
export function JudgedLine({ at: { line, index }, section, evidence, judging }: JudgedLineProps): ReactNode {
  const [isEditing, setEditing] = useState(false)
  if (isEditing && judging !== undefined && section !== undefined) {
    return <LineEditor text={line.text} place={{ section, index }} judging={judging} onLeave={() => setEditing(false)} />
  }
  return (
    <div className={styles['judged']}>
      <span dir="auto">
        <Words text={line.text} /> <Chips lines={line.segments} evidence={evidence} />
        {line.unsupported === true && (
          <Badge tone="warning" icon={CircleHelp}>
            {note.summary.unsupported}
          </Badge>
        )}
        {line.verdict !== undefined && (
          <Badge tone="accent" icon={line.verdict === 'edited' ? PencilLine : Check}>
            {copy[line.verdict]}
          </Badge>
        )}
      </span>
      {judging !== undefined && section !== undefined && (
        <LineMenu line={line} place={{ section, index }} judging={judging} onEdit={() => setEditing(true)} />
      )}
    </div>
  )
}

interface Place {
  readonly section: JudgedSection
  readonly index: number
}

function LineMenu({ line, place, judging, onEdit }: { line: Line; place: Place; judging: Judging; onEdit: () => void }): ReactNode {
  const judge = useJudge(judging.noteId)
  const say = (verdict: 'accepted' | 'rejected' | 'none') => () => judge.mutate({ ...place, verdict })
  const edit: MenuAction = { id: 'edit', label: copy.edit, icon: PencilLine, onAction: onEdit }
  const actions: MenuAction[] = [
    ...(line.verdict === undefined
      ? [{ id: 'accept', label: copy.accept, icon: Check, onAction: say('accepted') }]
      : [{ id: 'none', label: copy.takeBack, icon: Undo2, onAction: say('none') }]),
    judging.cannotEditBecause === undefined ? edit : { ...edit, disabledBecause: judging.cannotEditBecause },
    { id: 'reject', label: copy.reject, icon: X, onAction: say('rejected') },
  ]
  return (
    <span className={styles['word']}>
      <Menu label={copy.menu} trigger={<IconButton glyph={Ellipsis} size="small" label={copy.menu} />} groups={[{ id: 'word', actions }]} />
      {judge.error !== null && <span role="alert">{messageOf(judge.error)}</span>}
    </span>
  )
}

function LineEditor({ text, place, judging, onLeave }: { text: string; place: Place; judging: Judging; onLeave: () => void }): ReactNode {
  const judge = useJudge(judging.noteId, onLeave)
  const save = (words: string): void => judge.mutate({ ...place, verdict: 'edited', text: words })
  return <WordsEditor label={copy.words} text={text} error={judge.error} isSaving={judge.isPending} onSave={save} onLeave={onLeave} />
}
