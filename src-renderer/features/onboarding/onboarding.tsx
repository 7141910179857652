import { useState, type ReactNode } from 'react'
import { CreateStore } from './create-store.tsx'
import { RecoveryWords } from './recovery-words.tsx'

/** The first minutes: a passphrase, and the words that stand in for it. The words live in this component and nowhere else. */
export function Onboarding({ onDone }: { onDone: () => void }): ReactNode {
  const [recoveryWords, setRecoveryWords] = useState<readonly string[] | null>(null)
  if (recoveryWords === null) return <CreateStore onCreated={setRecoveryWords} />
  return <RecoveryWords words={recoveryWords} step={2} onWritten={onDone} />
}
