import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PowerState } from '../../../src-shared/domain/power.ts'
import { createPower, type PowerSource } from './power.ts'

const LOOK_EVERY_MS = 5_000
/** Cooler by so much before it counts as cool again. */
const CALM = 8_000
/** Where a zone names no temperature at which it slows down, this many thousandths of a degree below the one that switches it off. */
const BELOW_CRITICAL = 10_000
/** What no processor ever had; such zones report nothing. */
const NO_TEMPERATURE = 150_000

/**
 * The kernel's own word on power and heat, of /sys/class/power_supply and /sys/class/thermal (Documentation/ABI/testing/sysfs-class-power,
 * driver-api/thermal/sysfs-api). Looks every five seconds while somebody listens, and whenever it is asked.
 */
export function linuxPower(root = '/sys/class'): PowerSource {
  const power = createPower()
  let isHot = false
  let listeners = 0
  let timer: NodeJS.Timeout | undefined
  const look = (): void => {
    isHot = isAnyHot(join(root, 'thermal'), isHot)
    power.tell({ supply: supplyIn(join(root, 'power_supply')), isHot })
  }
  return {
    get now() {
      look()
      return power.now
    },
    onChange(listener) {
      const leave = power.onChange(listener)
      if (listeners++ === 0) timer = setInterval(look, LOOK_EVERY_MS).unref()
      let hasLeft = false
      return () => {
        if (hasLeft) return
        hasLeft = true
        leave()
        if (--listeners === 0) clearInterval(timer)
      }
    },
  }
}

/** What can be known without a host; elsewhere than on Linux nothing, until somebody tells. */
export const systemPower = (): PowerSource => (process.platform === 'linux' ? linuxPower() : createPower())

/** The computer's own supplies; a mouse has a battery too. */
function supplyIn(folder: string): PowerState['supply'] {
  const own = namesIn(folder).filter((name) => textOf(folder, name, 'scope') !== 'Device')
  const mains = own.filter((name) => /^(?:Mains|USB|Wireless|UPS)$/.test(textOf(folder, name, 'type')))
  if (mains.some((name) => textOf(folder, name, 'online') === '1')) return 'mains'
  const batteries = own.filter((name) => textOf(folder, name, 'type') === 'Battery')
  if (batteries.some((name) => textOf(folder, name, 'status') === 'Discharging')) return 'battery'
  return batteries.length > 0 ? 'mains' : 'unknown'
}

function isAnyHot(folder: string, wasHot: boolean): boolean {
  return namesIn(folder)
    .filter((name) => name.startsWith('thermal_zone'))
    .some((zone) => {
      const now = numberOf(folder, zone, 'temp')
      const limit = limitOf(folder, zone)
      return now !== null && limit !== null && now < NO_TEMPERATURE && now >= limit - (wasHot ? CALM : 0)
    })
}

/** Where the zone begins to slow the computer down. */
function limitOf(folder: string, zone: string): number | null {
  const points = namesIn(join(folder, zone)).flatMap((name) => {
    const point = /^trip_point_(\d{1,3})_type$/.exec(name)?.[1]
    if (point === undefined) return []
    const at = numberOf(folder, zone, `trip_point_${point}_temp`)
    return at === null || at <= 0 ? [] : [{ type: textOf(folder, zone, name), at }]
  })
  const slowing = points.filter(({ type }) => type === 'passive' || type === 'hot').map(({ at }) => at)
  const ending = points.filter(({ type }) => type === 'critical').map(({ at }) => at - BELOW_CRITICAL)
  const limits = slowing.length > 0 ? slowing : ending
  return limits.length === 0 ? null : Math.min(...limits)
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return [] // no such class of devices here
  }
}

function textOf(...path: readonly string[]): string {
  try {
    return readFileSync(join(...path), 'utf8').trim()
  } catch {
    return '' // a device that has no such thing, or that does not answer
  }
}

function numberOf(...path: readonly string[]): number | null {
  const text = textOf(...path)
  return /^-?\d+$/.test(text) ? Number(text) : null
}
