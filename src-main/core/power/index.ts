export { createPower, type Power, type PowerSource } from './power.ts'
export { linuxPower, systemPower } from './linux-power.ts'
export { createSparing, type Sparing } from './sparing.ts'
