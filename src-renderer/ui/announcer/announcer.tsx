import { useEffect, useSyncExternalStore, type ReactNode } from 'react'
import { VisuallyHidden } from '../visually-hidden/visually-hidden.tsx'
import { announcements } from './announcements.ts'

/** The two live regions of the app. They are in the page from the start, since a region that appears with its text is often not read. */
export function Announcer(): ReactNode {
  const { polite, assertive, forgotten } = useSyncExternalStore(announcements.subscribe, announcements.current)
  useEffect(() => {
    // React Aria says choices in lists through a region of its own, where the words stay for seconds.
    if (forgotten > 0) for (const log of document.querySelectorAll('[data-live-announcer] [role="log"]')) log.replaceChildren()
  }, [forgotten])
  return (
    <div data-react-aria-top-layer="true">
      <VisuallyHidden>
        <span role="status" aria-atomic>
          {polite}
        </span>
      </VisuallyHidden>
      <VisuallyHidden>
        <span role="alert" aria-atomic>
          {assertive}
        </span>
      </VisuallyHidden>
    </div>
  )
}
