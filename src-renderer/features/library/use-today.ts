import { useEffect, useState } from 'react'

const LOOK_EVERY_MS = 60_000

/** The day it is, also for a window that is left open over midnight. */
export function useToday(): Date {
  const [today, setToday] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => {
      const now = new Date()
      setToday((before) => (before.toDateString() === now.toDateString() ? before : now))
    }, LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return today
}
