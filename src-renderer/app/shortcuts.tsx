import type { ReactNode } from 'react'

export function Shortcuts(_: { onLock: () => void }): ReactNode {
  return null
}
