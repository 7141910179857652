import { useSyncExternalStore } from 'react'

const STILL = '(prefers-reduced-motion: reduce)'

export function useIsStill(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(STILL).matches)
}

const subscribe = (listener: () => void): (() => void) => {
  const query = window.matchMedia(STILL)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
