import type { ExportFormat } from '../../../../src-shared/contract/app.ts'
import { toSrt, toVtt } from './captions.ts'
import { toJson } from './document.ts'
import { toMarkdown } from './markdown.ts'
import { toPlainText } from './plain-text.ts'
import type { NoteView } from './view.ts'

const WRITERS: { readonly [Format in ExportFormat]: (note: NoteView) => string } = {
  md: toMarkdown,
  json: toJson,
  vtt: toVtt,
  srt: toSrt,
  txt: toPlainText,
}

/** A note in a format other programs read. Pure: tokens or names go through alike. */
export const exportNote = (note: NoteView, format: ExportFormat): string => WRITERS[format](note)
