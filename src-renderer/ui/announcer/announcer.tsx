import { useSyncExternalStore, type ReactNode } from 'react'
import { VisuallyHidden } from '../visually-hidden/visually-hidden.tsx'
import { announcements } from './announcements.ts'

/** The two live regions of the app. They are in the page from the start, since a region that appears with its text is often not read. */
export function Announcer(): ReactNode {
  const { polite, assertive } = useSyncExternalStore(announcements.subscribe, announcements.current)
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
