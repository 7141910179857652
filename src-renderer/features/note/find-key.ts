import { useEffect, useRef } from 'react'

/** ⌘F, or Ctrl+F, opens our own finding: the browser's would see only the lines in view. */
export function useFindKey(open: () => void): void {
  const latest = useRef(open)
  useEffect(() => {
    latest.current = open
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isFind = event.key.toLowerCase() === 'f' && (event.metaKey || event.ctrlKey) && !event.shiftKey && !event.altKey
      // A dialog above the page has its own fields; the transcript behind it is not what is meant.
      if (!isFind || document.querySelector('[role="dialog"], [role="alertdialog"]') !== null) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
