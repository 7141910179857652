/**
 * Sound that cannot lose a sample before it is in a track: made by the page itself, piece by piece, each with its time. What a page asks
 * for a microphone gets one side of it, what it asks for the computer's sound the other.
 */

/** A noise without repetition below 2 kHz; the same for ever. */
export function noiseAt(at: number, seed: number): number {
  const point = (index: number): number => ((Math.imul(index * 2 + seed, 2_654_435_761) >>> 15) & 0xffff) / 4 - 8_192
  const [whole, part] = [Math.floor(at / 4), (at % 4) / 4]
  return Math.round(point(whole) * (1 - part) + point(whole + 1) * part)
}

export const noise = (samples: number, seed: number): Int16Array => Int16Array.from({ length: samples }, (_, at) => noiseAt(at, seed))

/**
 * Text of a program for the page that captures; `globalThis.sureSamples` says how many each side has given away. What becomes of the
 * microphone that was opened last: `globalThis.sureMicrophone`, "stops" (it sends nothing), "ends"; `globalThis.sureTrack` is its track.
 * @param seconds of noise on each side; then it is silent
 */
export const sureSource = (seconds: number): string => `
  const noiseAt = ${noiseAt.toString()}
  globalThis.sureSamples = {}
  const source = (side, seed) => {
    const track = new MediaStreamTrackGenerator({ kind: 'audio' })
    const writer = track.writable.getWriter()
    if (side === 'me') globalThis.sureTrack = track
    const becomes = () => (side === 'me' && globalThis.sureTrack === track ? globalThis.sureMicrophone : undefined)
    const began = performance.now()
    let given = 0
    const go = async () => {
      for (; ; given += 160) {
        const ahead = began + (given + 160) / 16 - performance.now()
        if (ahead > 0) await new Promise((resolve) => setTimeout(resolve, ahead))
        if (becomes() === 'ends') return writer.close()
        if (becomes() === 'stops') continue
        const data = Float32Array.from({ length: 160 }, (_, at) => (given < ${seconds} * 16000 ? noiseAt(given + at, seed) / 32767 : 0))
        const form = { format: 'f32-planar', sampleRate: 16000, numberOfFrames: 160, numberOfChannels: 1 }
        await writer.write(new AudioData({ ...form, timestamp: Math.round((began + given / 16) * 1000), data }))
        globalThis.sureSamples[side] = given + 160
        if (track.readyState === 'ended') return
      }
    }
    void go()
    return new MediaStream([track])
  }
  navigator.mediaDevices.getUserMedia = async () => source('me', 1)
  navigator.mediaDevices.getDisplayMedia = async () => source('others', 2)
`
