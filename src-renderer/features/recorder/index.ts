export { Continues } from './continues.tsx'
export { RecorderBar } from './recorder-bar.tsx'
export { RecorderVoice } from './voice.tsx'
