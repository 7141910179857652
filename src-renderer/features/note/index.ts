export { languageOptions } from './languages.ts'
export { NoteScreen } from './note-screen.tsx'
export { plainWords, Words } from './words.tsx'
