import { powerSaveBlocker, type BrowserWindow } from 'electron'
import type { RecorderDesk } from '../supervisor/recorder/desk.ts'
import type { Sign } from './tray.ts'

/** Shows outside the page, too, that something is recorded, and keeps the computer awake for it. @returns says it in a window that is new */
export function showRecording(desk: RecorderDesk, sign: Sign, window: () => BrowserWindow | null): () => void {
  let isShown = false
  let blocker: number | null = null
  const name = (): void => window()?.setTitle(isShown ? 'Sotto, recording' : 'Sotto')
  desk.onChange(() => {
    const isRecording = desk.state.state !== 'idle'
    if (isRecording === isShown) return
    isShown = isRecording
    sign.showRecording(isRecording)
    name()
    if (isRecording) {
      blocker = powerSaveBlocker.start('prevent-app-suspension')
    } else if (blocker !== null) {
      powerSaveBlocker.stop(blocker)
      blocker = null
    }
  })
  return name
}
