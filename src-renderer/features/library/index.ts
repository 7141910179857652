export { DropTarget } from './drop-target.tsx'
export { chooseFiles } from './choose-files.ts'
export { LibraryScreen } from './library-screen.tsx'
export { neighbourOf } from './days.ts'
