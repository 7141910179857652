export { OwnNotesEditor } from './own-notes-editor.tsx'
export { keeperOf } from './keeper.ts'
