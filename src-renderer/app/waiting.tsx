import { useEffect, useState, type ReactNode } from 'react'
import { Progress } from '../ui/index.ts'
import { Cover } from './cover.tsx'

/** A wait is shown once it is long enough to be noticed; a shorter one would only flicker. */
const NOTICED_AFTER_MS = 200

export function Waiting({ label }: { label: string }): ReactNode {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), NOTICED_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  return <Cover>{isLong && <Progress label={label} isSpoken />}</Cover>
}
