export { AskPanel } from './ask-panel.tsx'
