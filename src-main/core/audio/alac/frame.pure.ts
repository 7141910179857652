import { Bits } from '../aac/bits.pure.ts'
import type { AlacCookie } from './cookie.pure.ts'
import { FIRST_ORDER, predict } from './predict.pure.ts'
import { readResidual } from './rice.pure.ts'

/** A packet that makes no sense. */
export class BrokenAlac extends Error {
  override readonly name = 'BrokenAlac'
}

const SINGLE = 0
const PAIR = 1
const LOW_FREQUENCY = 3
const DATA = 4
const FILL = 6
const END = 7
/** Written before the differences were predicted, when the simplest prediction is done once more. */
const TWICE = 15

/** Every channel of one packet as integers of the cookie's bits, in the packet's order. @throws BrokenAlac */
export function readFrame(packet: Uint8Array, cookie: AlacCookie): Int32Array[] {
  const reader = new Bits(packet)
  const channels: Int32Array[] = []
  for (let element = reader.read(3); element !== END; element = reader.read(3)) {
    if (reader.isOver || channels.length > 8) throw new BrokenAlac('ends without an end')
    switch (element) {
      case SINGLE:
      case LOW_FREQUENCY:
        channels.push(...readElement(reader, 1, cookie))
        break
      case PAIR:
        channels.push(...readElement(reader, 2, cookie))
        break
      case DATA: {
        reader.skip(4)
        const isAligned = reader.bit() === 1
        const count = reader.read(8)
        const all = count === 255 ? count + reader.read(8) : count
        if (isAligned) reader.align()
        reader.skip(8 * all)
        break
      }
      case FILL: {
        const count = reader.read(4)
        reader.skip(8 * (count === 15 ? 14 + reader.read(8) : count))
        break
      }
      default:
        throw new BrokenAlac('unknown element')
    }
  }
  return channels
}

function readElement(reader: Bits, channels: 1 | 2, cookie: AlacCookie): Int32Array[] {
  reader.skip(4 + 12)
  const hasLength = reader.bit() === 1
  const lowBits = reader.read(2) * 8
  const isPlain = reader.bit() === 1
  const length = hasLength ? reader.read(16) * 65_536 + reader.read(16) : cookie.frameLength
  if (length > cookie.frameLength) throw new BrokenAlac('longer than a packet')
  const planes = Array.from({ length: channels }, () => new Int32Array(length))
  if (isPlain) {
    for (let at = 0; at < length; at += 1) for (const plane of planes) plane[at] = signed(reader, cookie.bits)
  } else readPredicted(reader, planes, lowBits, cookie)
  if (reader.isOver) throw new BrokenAlac('ends too early')
  return planes
}

function readPredicted(reader: Bits, planes: readonly Int32Array[], lowBits: number, cookie: AlacCookie): void {
  const bits = cookie.bits - lowBits + planes.length - 1
  if (bits < 1 || bits > 32) throw new BrokenAlac('more low bits than bits')
  const mixShift = reader.read(8)
  const mixWeight = signed(reader, 8)
  const filters = planes.map(() => {
    const mode = reader.read(4)
    const shift = reader.read(4)
    const weight = reader.read(3)
    const order = reader.read(5)
    const coefficients = new Int32Array(order)
    for (let i = order - 1; i >= 0; i -= 1) coefficients[i] = signed(reader, 16)
    return { mode, shift, weight, order, coefficients }
  })
  const low = planes.map((plane) => new Int32Array(lowBits === 0 ? 0 : plane.length))
  if (lowBits > 0) for (let at = 0; at < (planes[0]?.length ?? 0); at += 1) for (const plane of low) plane[at] = reader.read(lowBits)
  for (const [channel, { mode, shift, weight, order, coefficients }] of filters.entries()) {
    const plane = planes[channel] ?? new Int32Array(0)
    const shape = { start: cookie.riceStart, limit: cookie.riceLimit, weight: (weight * cookie.riceHistory) >> 2 }
    if (!readResidual(reader, plane, bits, shape)) throw new BrokenAlac('ends too early')
    if (mode === TWICE) predict(plane, new Int32Array(0), FIRST_ORDER, 0, bits)
    predict(plane, coefficients, order, shift, bits)
  }
  const [left, right] = planes
  if (left !== undefined && right !== undefined && mixWeight !== 0) unmix(left, right, mixShift, mixWeight)
  if (lowBits > 0) for (const [channel, plane] of planes.entries()) for (let at = 0; at < plane.length; at += 1) {
    plane[at] = ((plane[at] ?? 0) << lowBits) | (low[channel]?.[at] ?? 0)
  }
}

/** A pair is written as a weighted middle and the difference. */
function unmix(left: Int32Array, right: Int32Array, shift: number, weight: number): void {
  for (let at = 0; at < left.length; at += 1) {
    const difference = right[at] ?? 0
    const other = (left[at] ?? 0) - (Math.imul(difference, weight) >> shift)
    left[at] = difference + other
    right[at] = other
  }
}

function signed(reader: Bits, bits: number): number {
  const value = bits <= 16 ? reader.read(bits) : (reader.read(bits - 16) << 16) | reader.read(16)
  return (value << (32 - bits)) >> (32 - bits)
}
