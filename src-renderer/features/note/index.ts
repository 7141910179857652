export { NoteScreen } from './note-screen.tsx'
export { plainWords, Words } from './words.tsx'
