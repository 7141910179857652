import { powerMonitor } from 'electron'
import type { PowerState } from '../../../src-shared/domain/power.ts'

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

const HOT: ReadonlySet<string> = new Set(['serious', 'critical'])

/**
 * Says how the computer is powered, now and with every change. On Linux the core reads that itself, heat included; heat is known to Electron
 * on a Mac alone.
 */
export function watchSupply(tell: (power: PowerState) => void, platform: NodeJS.Platform = process.platform): void {
  if (platform === 'linux') return
  const look = (): void =>
    tell({
      supply: powerMonitor.isOnBatteryPower() ? 'battery' : 'mains',
      isHot: platform === 'darwin' && HOT.has(powerMonitor.getCurrentThermalState()),
    })
  powerMonitor.on('on-battery', look)
  powerMonitor.on('on-ac', look)
  if (platform === 'darwin') powerMonitor.on('thermal-state-change', look)
  look()
}
