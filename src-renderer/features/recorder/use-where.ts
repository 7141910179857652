import type { Where } from '../../copy/recorder.ts'
import { usePlatform } from '../../ui/index.ts'

/** In the desktop app the system decides about microphones; in a browser, the browser does first. */
export function useWhere(): Where {
  const platform = usePlatform()
  return location.protocol === 'app:' ? platform : 'browser'
}
