import type { ListedAction } from '../../../src-shared/contract/app.ts'
import type { Note } from '../../../src-shared/domain/note.ts'
import { showSummary, type Reading } from './show.ts'

/** The action items of one note as its reader sees them, with the note they were said in. None while it has no summary. */
export function listActions(note: Note, reading: Reading): ListedAction[] {
  if (note.summary === null) return []
  const indexOf = new Map(note.segments.map((segment, index) => [segment.id, index]))
  const noteTitle = note.title === null ? null : reading.said(note.title, 'title', 'title')
  const { actions } = showSummary(note.summary, reading, (id) => indexOf.get(id))
  return actions.map((action) => ({ ...action, noteId: note.id, noteTitle, date: note.date }))
}
