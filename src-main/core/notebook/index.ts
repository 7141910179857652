export { createFollowing, type Following } from './following.ts'
export { showSummary } from './show.ts'
export { createBringIn, MAX_TRANSCRIPT_BYTES, type Imported, type ImportRequest, type ImportSource } from './bring-in.ts'
export { createNotebook, type Notebook } from './notebook.ts'
