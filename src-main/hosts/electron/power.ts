import { powerMonitor } from 'electron'

interface PowerListener {
  /** The person leaves the computer. */
  onAway(): void
  /** The computer goes to sleep, or has woken. */
  onSleep(): void
}

/**
 * Says when the person leaves the computer: its screen was locked, or it goes to sleep. Going to sleep leaves little time, so what was
 * not finished then is asked for again on waking.
 */
export function watchPower({ onAway, onSleep }: PowerListener): void {
  const asleep = (): void => {
    onSleep()
    onAway()
  }
  powerMonitor.on('lock-screen', onAway)
  powerMonitor.on('suspend', asleep)
  powerMonitor.on('resume', asleep)
}
