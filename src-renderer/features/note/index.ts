export { NoteScreen } from './note-screen.tsx'
