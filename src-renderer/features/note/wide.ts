import { useSyncExternalStore } from 'react'

/** From here on a transcript has room beside a summary of readable width. */
const WIDE = '(min-width: 75rem)'

export function useIsWide(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(WIDE).matches)
}

const subscribe = (listener: () => void): (() => void) => {
  const query = window.matchMedia(WIDE)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
