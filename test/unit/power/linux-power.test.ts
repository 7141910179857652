import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { linuxPower } from '../../../src-main/core/power/index.ts'

let root: string
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'sotto-power-'))))
afterEach(() => rmSync(root, { recursive: true }))

const files = (given: Record<string, string>): void => {
  for (const [path, text] of Object.entries(given)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), `${text}\n`)
  }
}

it('tells battery from mains, whatever the mouse says', () => {
  files({ 'power_supply/mouse/type': 'Battery', 'power_supply/mouse/scope': 'Device', 'power_supply/mouse/status': 'Discharging' })
  expect(linuxPower(root).now).toEqual({ supply: 'unknown', isHot: false })
  files({ 'power_supply/BAT0/type': 'Battery', 'power_supply/BAT0/status': 'Discharging', 'power_supply/AC/type': 'Mains', 'power_supply/AC/online': '0' })
  expect(linuxPower(root).now.supply).toBe('battery')
  files({ 'power_supply/AC/online': '1' })
  expect(linuxPower(root).now.supply).toBe('mains')
})

it('is hot where the computer slows itself down, and until it is clearly cooler', () => {
  files({
    'thermal/thermal_zone0/temp': '-40000',
    'thermal/thermal_zone1/temp': '94000',
    'thermal/thermal_zone1/trip_point_0_type': 'passive',
    'thermal/thermal_zone1/trip_point_0_temp': '95000',
    'thermal/thermal_zone1/trip_point_1_type': 'critical',
    'thermal/thermal_zone1/trip_point_1_temp': '100000',
  })
  const power = linuxPower(root)
  expect(power.now.isHot).toBe(false)
  files({ 'thermal/thermal_zone1/temp': '95000' })
  expect(power.now.isHot).toBe(true)
  files({ 'thermal/thermal_zone1/temp': '90000' })
  expect(power.now.isHot).toBe(true)
  files({ 'thermal/thermal_zone1/temp': '80000' })
  expect(power.now.isHot).toBe(false)
})
