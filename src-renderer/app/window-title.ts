import { useEffect } from 'react'
import { recorder } from '../copy/recorder.ts'
import { useRecorder } from '../rpc/index.ts'

/**
 * What the window is called. Places only, never the title of a note: windows are listed in many places. Whether something is recorded
 * is for everybody to see.
 */
export function useWindowTitle(title: string): void {
  const isRecording = useRecorder(({ state }) => state?.state === 'recording')
  useEffect(() => {
    document.title = isRecording ? recorder.title(title) : title
  }, [title, isRecording])
}
