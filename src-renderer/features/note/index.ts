export { NoteScreen } from './note-screen.tsx'
export { Words } from './words.tsx'
