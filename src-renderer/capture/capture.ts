import type { RecordedSide, SoundProblem } from '../../src-shared/domain/recorder.ts'
import type { ByteWire } from '../../src-shared/wire/byte-stream.ts'
import { encodeSound, recorderMessageSchema, type RecorderMessage, type SoundFrame } from '../../src-shared/wire/sound.ts'
import { shareComputerSound } from './computer-sound.ts'
import { listMicrophones, openMicrophone, openMonitor, type Microphone } from './microphone.ts'
import { openMixer, type Mixer } from './mixer.ts'
import { problemOf } from './problem.ts'

/** How long it stays said that the microphone was exchanged. */
const CHANGED_MS = 20_000
/** As if nobody had said what they want. */
const USUAL = 'default'

/** What the page shows. */
export interface CaptureState {
  readonly at: 'waiting' | 'capturing' | 'paused' | 'over'
  readonly problem: SoundProblem | null
  readonly microphones: readonly Microphone[]
  readonly microphone: string
  /** Both sides are wanted, and whether the computer's is there; null: it is not wanted. */
  readonly hasComputerSound: boolean | null
  /** Something was shared, but without its sound. */
  readonly wasSilentShare: boolean
  /** Loudest sample of the microphone in the last frame, 0 to 1. */
  readonly peak: number
  readonly needsClick: boolean
}

const BEGIN: CaptureState = {
  at: 'waiting',
  problem: null,
  microphones: [],
  microphone: USUAL,
  hasComputerSound: null,
  wasSilentShare: false,
  peak: 0,
  needsClick: false,
}

/** A device that comes or goes may be what was missing. */
const CURED_BY_A_DEVICE: ReadonlySet<SoundProblem> = new Set(['no-microphone', 'microphone-busy', 'device-lost', 'microphone-stopped'])

/** Captures what the recorder wants to hear, for as long as it wants that. */
export class Capture {
  #state = BEGIN
  readonly #wire: ByteWire
  readonly #listeners = new Set<() => void>()
  readonly #streams = new Map<RecordedSide, MediaStream>()
  #mixer: Mixer | null = null
  /** There has been something to hear: what comes before that is no part of the recording, however long a question waits for its answer. */
  #hasBegun = false
  #isEnding = false
  /** Held, and everything from before has been handed over. */
  #isHeld = false
  #holds = 0
  /** The microphone that stopped was opened anew, or another one in its place. */
  #hasReopened = false

  constructor(wire: ByteWire) {
    this.#wire = wire
    wire.onMessage((message) => void this.#obey(recorderMessageSchema.parse(JSON.parse(String(message)))))
    wire.onClose(() => void this.#end())
    navigator.mediaDevices.addEventListener('devicechange', () => void this.#look())
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  readonly state = (): CaptureState => this.#state

  /** Another microphone, from now on. */
  async choose(microphone: string): Promise<void> {
    this.wake()
    this.#set({ microphone })
    await this.#hear()
  }

  /** Has the computer's sound shared. In a browser: within a click. */
  async share(): Promise<void> {
    this.wake()
    try {
      const stream = await shareComputerSound()
      this.#set({ wasSilentShare: stream === null })
      if (stream !== null) this.#put('others', stream)
    } catch {
      // Nothing was chosen; the button is still there.
      this.#set({ wasSilentShare: false })
    }
    if (this.#mixer !== null) this.#sayProblem()
  }

  /** Lets the audio clock run, within a click. */
  wake(): void {
    if (this.#state.at === 'capturing') void this.#mixer?.hold(false)
  }

  async #obey(message: RecorderMessage): Promise<void> {
    if ('end' in message) return this.#end()
    if ('hold' in message) {
      this.#set({ at: message.hold ? 'paused' : 'capturing', peak: 0 })
      return this.#hold(message.hold)
    }
    const { channels, microphone = USUAL } = message.want
    if (this.#mixer !== null) return
    this.#mixer = await openMixer(channels, {
      onFrame: (frame) => this.#send(frame),
      onChange: () => this.#clockChanged(),
      onStopped: (isStopped) => void (isStopped ? this.#reopen() : this.#isBack()),
    })
    // The computer's sound may have been shared before it was said what is wanted.
    for (const [side, stream] of this.#streams) this.#mixer.connect(side, stream)
    this.#set({ at: 'capturing', microphone, hasComputerSound: channels === 2 ? this.#streams.has('others') : null })
    this.#clockChanged()
    await this.#hear()
    if (channels === 2) await this.#hearOthers()
  }

  /** What was heard until it is held still goes out. */
  async #hold(isHeld: boolean): Promise<void> {
    const hold = ++this.#holds
    this.#isHeld = false
    await this.#mixer?.hold(isHeld)
    if (hold === this.#holds) this.#isHeld = isHeld
  }

  #send(frame: SoundFrame): void {
    const { at } = this.#state
    if (!this.#hasBegun || this.#isHeld || (at !== 'capturing' && at !== 'paused')) return
    this.#wire.send(encodeSound(frame))
    if (at === 'paused') return
    const peak = (frame.channels[0] ?? new Int16Array()).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0) / 32_768
    this.#set({ peak })
  }

  #clockChanged(): void {
    this.#set({ needsClick: this.#mixer?.isBlocked ?? false })
  }

  /** Opens the microphone that is wanted, or else the usual one. @param problem is said until there is sound of it */
  async #hear(problem: SoundProblem | null = null): Promise<void> {
    const { microphone } = this.#state
    try {
      this.#put('me', await openMicrophone(microphone === USUAL ? undefined : microphone))
      this.#set({ problem })
    } catch (thrown) {
      if (microphone !== USUAL && problemOf(thrown) !== 'microphone-denied') return this.#useUsual()
      this.#drop('me')
      this.#set({ problem: problemOf(thrown) })
    }
    this.#set({ microphones: await listMicrophones() })
    this.#sayProblem()
  }

  /** The microphone went away. */
  async #useUsual(): Promise<void> {
    this.#set({ microphone: USUAL })
    await this.#hear()
    if (this.#state.problem === null) this.#sayChanged()
  }

  #sayChanged(): void {
    this.#set({ problem: 'device-changed' })
    this.#sayProblem()
    setTimeout(() => {
      if (this.#state.problem !== 'device-changed') return
      this.#set({ problem: null })
      this.#sayProblem()
    }, CHANGED_MS)
  }

  /** The microphone is there and sends nothing: the usual one is taken, once; where that is the same, it may send when it is opened anew. */
  async #reopen(): Promise<void> {
    if (this.#isEnding) return
    this.#saySilent()
    if (this.#hasReopened) return
    this.#hasReopened = true
    this.#set({ microphone: USUAL })
    await this.#hear('microphone-stopped')
  }

  #saySilent(): void {
    this.#set({ problem: 'microphone-stopped' })
    this.#sayProblem()
  }

  #isBack(): void {
    const isOther = this.#hasReopened
    this.#hasReopened = false
    if (this.#state.problem !== 'microphone-stopped') return
    if (isOther) return this.#sayChanged()
    this.#set({ problem: null })
    this.#sayProblem()
  }

  /** Without a click, where that can be had; a browser's way needs the button. */
  async #hearOthers(): Promise<void> {
    const monitor = this.#streams.has('others') ? null : await openMonitor().catch(() => null)
    if (monitor !== null) this.#put('others', monitor)
    this.#sayProblem()
  }

  /** Devices have come or gone. */
  async #look(): Promise<void> {
    if (this.#state.at === 'over' || this.#mixer === null) return
    this.#set({ microphones: await listMicrophones() })
    if (this.#state.problem !== null && CURED_BY_A_DEVICE.has(this.#state.problem)) await this.#hear()
  }

  #put(side: RecordedSide, stream: MediaStream): void {
    this.#drop(side)
    if (this.#isEnding) return stream.getTracks().forEach((track) => track.stop())
    this.#streams.set(side, stream)
    this.#mixer?.connect(side, stream)
    this.#hasBegun = true
    if (side === 'others' && this.#state.hasComputerSound !== null) this.#set({ hasComputerSound: true })
    for (const track of stream.getAudioTracks()) {
      if (side === 'me') {
        track.addEventListener('mute', () => this.#streams.get(side) === stream && this.#saySilent())
        track.addEventListener('unmute', () => this.#streams.get(side) === stream && this.#isBack())
      }
      track.addEventListener('ended', () => {
        if (this.#streams.get(side) !== stream) return
        this.#drop(side)
        if (side === 'me') void this.#useUsual()
        else this.#sayProblem()
      })
    }
  }

  #drop(side: RecordedSide): void {
    for (const track of this.#streams.get(side)?.getTracks() ?? []) track.stop()
    this.#streams.delete(side)
    this.#mixer?.disconnect(side)
    if (side === 'others' && this.#state.hasComputerSound === true) this.#set({ hasComputerSound: false })
  }

  /** What is worse comes first: without a microphone there is nothing. */
  #sayProblem(): void {
    const { problem, hasComputerSound, at } = this.#state
    const said: SoundProblem | null = problem ?? (hasComputerSound === false ? 'no-computer-sound' : null)
    if (at !== 'over') this.#wire.send(JSON.stringify({ problem: said }))
  }

  /** What was heard until now still goes out. */
  async #end(): Promise<void> {
    if (this.#isEnding) return
    this.#isEnding = true
    await this.#mixer?.close()
    this.#set({ at: 'over', peak: 0 })
    this.#drop('me')
    this.#drop('others')
    this.#wire.close()
  }

  #set(change: Partial<CaptureState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}
