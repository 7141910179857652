import type { Note } from './note.ts'
import type { Segment } from './transcript.ts'

/** The transcript as its reader sees it: the person's edits laid over the segments they still fit. */
export function effectiveSegments(note: Pick<Note, 'segments' | 'edits'>): Segment[] {
  const edits = new Map(note.edits.filter((edit) => !edit.conflict).map((edit) => [edit.segmentId, edit.text]))
  return note.segments.map((segment) => ({ ...segment, text: edits.get(segment.id) ?? segment.text }))
}
