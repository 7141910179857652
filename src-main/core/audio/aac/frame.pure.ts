import { Bits } from './bits.pure.ts'
import { BrokenPacket, OtherProfile, readChannelStream, readWindows, type ChannelStream } from './channel-stream.pure.ts'
import type { AacConfig } from './config.pure.ts'
import { undoStereo, type NoiseMaker } from './stereo.pure.ts'

const SINGLE = 0
const PAIR = 1
const COUPLING = 2
const LOW_FREQUENCY = 3
const DATA = 4
const PROGRAMME = 5
const FILL = 6
const END = 7
const MAX_CHANNELS = 8

/** Every channel of one raw_data_block (ISO/IEC 14496-3 §4.4.2.1), in its order. @throws BrokenPacket, OtherProfile */
export function readFrame(packet: Uint8Array, { rateIndex }: AacConfig, noise: NoiseMaker): ChannelStream[] {
  const bits = new Bits(packet)
  const channels: ChannelStream[] = []
  for (let element = bits.read(3); element !== END; element = bits.read(3)) {
    if (bits.isOver) throw new BrokenPacket('ends without an end')
    if (channels.length > MAX_CHANNELS) throw new BrokenPacket('too many channels')
    switch (element) {
      case SINGLE:
      case LOW_FREQUENCY:
        bits.skip(4)
        channels.push(noise.fill(readChannelStream(bits, rateIndex, undefined)))
        break
      case PAIR:
        channels.push(...readPair(bits, rateIndex, noise))
        break
      case COUPLING:
        throw new OtherProfile('coupling')
      case DATA:
        skipData(bits)
        break
      case PROGRAMME:
        skipProgramme(bits)
        break
      case FILL: {
        const count = bits.read(4)
        bits.skip(8 * (count === 15 ? 14 + bits.read(8) : count))
        break
      }
    }
  }
  return channels
}

function readPair(bits: Bits, rateIndex: number, noise: NoiseMaker): [ChannelStream, ChannelStream] {
  bits.skip(4)
  const common = bits.bit() === 1 ? readWindows(bits, rateIndex) : undefined
  let used: Uint8Array | undefined
  if (common !== undefined) {
    const mask = bits.read(2)
    if (mask === 3) throw new BrokenPacket('reserved stereo mask')
    const bands = common.groups.length * common.maxBand
    if (mask === 1) used = Uint8Array.from({ length: bands }, () => bits.bit())
    if (mask === 2) used = new Uint8Array(bands).fill(1)
  }
  const left = noise.fill(readChannelStream(bits, rateIndex, common))
  const right = noise.fill(readChannelStream(bits, rateIndex, common))
  if (common !== undefined) undoStereo(left, right, used)
  return [left, right]
}

function skipData(bits: Bits): void {
  bits.skip(4)
  const isAligned = bits.bit() === 1
  let count = bits.read(8)
  if (count === 255) count += bits.read(8)
  if (isAligned) bits.align()
  bits.skip(8 * count)
}

/** program_config_element: what it says of loudspeakers does not matter here. */
function skipProgramme(bits: Bits): void {
  bits.skip(10)
  const [front, side, back] = [bits.read(4), bits.read(4), bits.read(4)]
  const [low, data, coupling] = [bits.read(2), bits.read(3), bits.read(4)]
  if (bits.bit() === 1) bits.skip(4)
  if (bits.bit() === 1) bits.skip(4)
  if (bits.bit() === 1) bits.skip(3)
  bits.skip(5 * (front + side + back + coupling) + 4 * (low + data))
  bits.align()
  bits.skip(8 * bits.read(8))
}
