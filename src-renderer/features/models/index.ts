export { useNamedFile } from './use-named-file.ts'
export { ModelsScreen } from './models-screen.tsx'
