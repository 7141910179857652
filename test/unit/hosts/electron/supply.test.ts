import { expect, it } from 'vitest'
import { control } from '../../../fakes/electron/control.ts'
import { watchSupply } from '../../../../src-main/hosts/electron/power.ts'
import type { PowerState } from '../../../../src-shared/domain/power.ts'

it('says how the computer is powered, at once and with every change, where the core cannot see it', () => {
  const told: PowerState[] = []
  watchSupply((power) => void told.push(power), 'linux')
  expect(told).toEqual([])
  watchSupply((power) => void told.push(power), 'darwin')
  control.supply.isOnBattery = true
  control.power.emit('on-battery')
  control.supply.thermalState = 'serious'
  control.power.emit('thermal-state-change')
  expect(told).toEqual([
    { supply: 'mains', isHot: false },
    { supply: 'battery', isHot: false },
    { supply: 'battery', isHot: true },
  ])
})
