import type { Occurrence } from '../../../src-shared/contract/store.ts'
import type { ShownNote, ShownSummary } from '../../../src-shared/contract/app.ts'
import type { Note } from '../../../src-shared/domain/note.ts'
import type { PiiType } from '../../../src-shared/domain/pii.ts'
import type { Bullet, Summary } from '../../../src-shared/domain/summary.ts'
import { ownUnit } from '../../../src-shared/domain/own-line.ts'
import type { RedactedText } from '../../../src-shared/domain/text.ts'
import { unescapeTokens, type Token } from '../../../src-shared/domain/token.ts'
import type { NoteNames } from '../vault/index.ts'

/** A note's texts for reading: with names where the vault gave them, with tokens otherwise. */
export interface Reading {
  said(text: RedactedText, unit: string, place: Occurrence['place']): string
  made(text: RedactedText): string
}

export const withTokens: Reading = { said: (text) => unescapeTokens(text), made: (text) => unescapeTokens(text) }

export const withNames = (names: NoteNames): Reading => ({
  said: (text, unit, place) => names.hydrate(text, unit, place),
  made: (text) => names.hydrateMade(text),
})

/** The vault's name for what an edit of a segment hides. */
export const editUnit = (segmentId: string): string => `edit:${segmentId}`

/** A stored note as its reader sees it. Indices are made here: stored evidence names segments. */
export function showNote(
  note: Note,
  reading: Reading,
  redactions: readonly { token: Token; type: PiiType; count: number }[],
  { sound, recorded, names }: Pick<ShownNote, 'sound' | 'recorded' | 'names'>,
  revealed: boolean,
): ShownNote {
  const edits = new Map(note.edits.map((edit) => [edit.segmentId, edit]))
  const indexOf = new Map(note.segments.map((segment, index) => [segment.id, index]))
  return {
    id: note.id,
    transcriptId: note.transcriptId,
    // The title of a summary holds tokens nobody said at that place; a given one holds what was typed.
    title: note.title === null ? null : reading.said(note.title, 'title', 'title'),
    date: note.date,
    state: note.state,
    format: note.format,
    durationMs: note.durationMs,
    participants: note.participants.map((name, ordinal) => reading.said(name, `participant:${ordinal}`, 'participant')),
    segments: note.segments.map((segment, index) => {
      const edit = edits.get(segment.id)
      const fits = edit !== undefined && !edit.conflict
      return {
        index,
        id: segment.id,
        speaker: segment.speaker === null ? null : reading.said(segment.speaker, segment.id, 'speaker'),
        startMs: segment.startMs,
        endMs: segment.endMs,
        text: fits ? reading.said(edit.text, editUnit(segment.id), 'text') : reading.said(segment.text, segment.id, 'text'),
        ...(edit !== undefined && edit.conflict ? { conflictingEdit: reading.said(edit.text, editUnit(segment.id), 'text') } : {}),
        ...(segment.marks === undefined ? {} : { marks: segment.marks }),
      }
    }),
    summary: note.summary === null ? null : showSummary(note.summary, reading, (id) => indexOf.get(id)),
    sound,
    heardBy: note.heardBy,
    recorded,
    redactions: [...redactions],
    revealed,
    names,
  }
}

/** A summary as its reader sees it; `indexOf` turns evidence into line numbers. */
export function showSummary(
  summary: Summary,
  { made, said }: Pick<Reading, 'made'> & Partial<Pick<Reading, 'said'>>,
  indexOf: (id: Bullet['evidence'][number]) => number | undefined,
): ShownSummary {
  const segments = (bullet: Pick<Bullet, 'evidence'>): number[] => bullet.evidence.map(indexOf).filter((index) => index !== undefined)
  const bullet = (line: Bullet) => ({
    text: made(line.text),
    segments: segments(line),
    ...(line.unsupported === undefined ? {} : { unsupported: line.unsupported }),
    ...(line.possible === undefined ? {} : { possible: line.possible }),
    ...(line.verdict === undefined ? {} : { verdict: line.verdict }),
  })
  return {
    title: made(summary.title),
    overview: summary.overview.map(bullet),
    topics: summary.topics.map((topic) => ({ title: made(topic.title), segments: segments(topic) })),
    decisions: summary.decisions.map(bullet),
    actions: summary.actions.map((action) => ({
      ...bullet(action),
      ...(action.owner === undefined ? {} : { owner: made(action.owner) }),
      ...(action.due === undefined ? {} : { due: action.due }),
      ...(action.duePhrase === undefined ? {} : { duePhrase: made(action.duePhrase) }),
    })),
    questions: summary.questions.map(bullet),
    ...(summary.sections === undefined ? {} : { sections: summary.sections.map(({ heading, lines }) => ({ heading, lines: lines.map(bullet) })) }),
    ...(summary.own === undefined
      ? {}
      : {
          own: summary.own.map(({ line, atMs, text, lines }) => ({
            line,
            atMs,
            // In the person's own words, where the vault has them.
            text: said === undefined ? made(text) : said(text, ownUnit(line), 'text'),
            lines: lines.map(bullet),
          })),
        }),
    ...(summary.run.withheld === undefined ? {} : { withheld: segments({ evidence: summary.run.withheld }) }),
    engine: summary.run,
  }
}
