export { showSummary } from './show.ts'
export { createNotebook, MAX_TRANSCRIPT_BYTES, type ImportRequest, type Notebook } from './notebook.ts'
