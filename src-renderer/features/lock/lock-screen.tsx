import { useState, type ReactNode } from 'react'
import { Recover } from './recover.tsx'
import { Unlock } from './unlock.tsx'

/** The locked app: the passphrase, or the words that stand in for it. */
export function LockScreen({ onOpen }: { onOpen: () => void }): ReactNode {
  const [isRecovering, setRecovering] = useState(false)
  if (isRecovering) return <Recover onOpen={onOpen} onBack={() => setRecovering(false)} />
  return <Unlock onOpen={onOpen} onForgot={() => setRecovering(true)} />
}
