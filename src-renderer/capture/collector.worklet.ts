/** What an AudioWorklet's scope has, of which TypeScript's own libraries know nothing. */
declare class AudioWorkletProcessor {
  readonly port: MessagePort
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void
declare const currentFrame: number

/** 64 ms: eight turns of 128 samples. */
const FRAME = 1_024

/** Collects each input as 16 bits and hands them over together, with the audio clock's count of the first sample. */
class Collector extends AudioWorkletProcessor {
  #channels: Int16Array<ArrayBuffer>[] = []
  #filled = 0
  #first = 0

  process(inputs: readonly (readonly Float32Array[])[]): boolean {
    if (this.#filled === 0) {
      this.#first = currentFrame
      this.#channels = inputs.map(() => new Int16Array(FRAME))
    }
    // An input to which nothing is connected has no channel: silence.
    let length = 128
    inputs.forEach(([samples], index) => {
      const into = this.#channels[index]
      if (samples === undefined || into === undefined) return
      length = samples.length
      for (let at = 0; at < samples.length; at++) into[this.#filled + at] = Math.round(Math.max(-1, Math.min(1, samples[at] ?? 0)) * 32_767)
    })
    this.#filled += length
    if (this.#filled >= FRAME) {
      this.port.postMessage(
        { firstSample: this.#first, channels: this.#channels },
        this.#channels.map(({ buffer }) => buffer),
      )
      this.#filled = 0
    }
    return true
  }
}
registerProcessor('collector', Collector)
