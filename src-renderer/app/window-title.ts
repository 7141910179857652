import { useEffect } from 'react'

/** What the window is called. Places only, never the title of a note: windows are listed in many places. */
export function useWindowTitle(title: string): void {
  useEffect(() => {
    document.title = title
  }, [title])
}
