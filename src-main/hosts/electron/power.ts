import { powerMonitor } from 'electron'

/**
 * Calls `onAway` when the person leaves the computer: its screen was locked, or it goes to sleep. Going to sleep leaves
 * little time, so what was not finished then is asked for again on waking.
 */
export function watchPower(onAway: () => void): void {
  powerMonitor.on('lock-screen', onAway)
  powerMonitor.on('suspend', onAway)
  powerMonitor.on('resume', onAway)
}
