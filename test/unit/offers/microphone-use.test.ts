import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { microphoneStreams, watchMicrophoneUse, type MicrophoneUse } from '../../../src-main/core/offers/microphone-use.ts'

const SOURCES = `Source #1
\tState: RUNNING
\tName: alsa_output.pci-0000_00_1f.3.analog-stereo.monitor
\tMonitor of Sink: alsa_output.pci-0000_00_1f.3.analog-stereo

Source #2
\tState: RUNNING
\tName: alsa_input.pci-0000_00_1f.3.analog-stereo
\tMonitor of Sink: n/a
`
const stream = (source: number, name: string): string => `Source Output #45
\tDriver: protocol-native.c
\tClient: 58
\tSource: ${source}
\tSample Specification: s16le 1ch 16000Hz
\tProperties:
\t\tmedia.name = "${name}"
\t\tapplication.name = "Some call"
\t\tapplication.process.id = "801"
`

it('counts who listens to a microphone, and not who draws meters or hears what is played', () => {
  expect(microphoneStreams('', SOURCES)).toEqual([])
  expect(microphoneStreams(stream(1, 'RecordStream'), SOURCES)).toEqual([])
  expect(microphoneStreams(stream(2, 'Peak detect'), SOURCES)).toEqual([])
  expect(microphoneStreams(`${stream(1, 'RecordStream')}\n${stream(2, 'RecordStream')}`, SOURCES)).toEqual(['stream-45-801'])
})

let dir: string
let use: MicrophoneUse | null = null
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'sotto-pactl-'))))
afterEach(() => {
  use?.stop()
  rmSync(dir, { recursive: true })
})

it.runIf(process.platform === 'linux')('follows what pactl says, and ends with it', async () => {
  const pactl = join(dir, 'pactl')
  const say = (outputs: string): void => {
    writeFileSync(join(dir, 'outputs'), outputs)
    writeFileSync(join(dir, 'events'), "Event 'change' on source-output #45\n", { flag: 'a' })
  }
  writeFileSync(join(dir, 'sources'), SOURCES)
  say('')
  const follower = `#!/bin/sh
case "$1 $2" in
  "list sources") cat "${dir}/sources" ;;
  "list source-outputs") cat "${dir}/outputs" ;;
  *) exec tail -n 0 -f "${dir}/events" ;;
esac
`
  writeFileSync(pactl, follower)
  chmodSync(pactl, 0o700)
  const seen: number[] = []
  use = await watchMicrophoneUse((streams) => void seen.push(streams.length), { pactl })
  expect(use.isKnown).toBe(true)
  await vi.waitFor(() => expect(seen.at(-1)).toBe(0), 5_000)
  await vi.waitFor(
    () => {
      say(stream(2, 'RecordStream'))
      expect(seen.at(-1)).toBe(1)
    },
    { timeout: 10_000, interval: 700 },
  )
  await vi.waitFor(
    () => {
      say('')
      expect(seen.at(-1)).toBe(0)
    },
    { timeout: 10_000, interval: 700 },
  )
})

it('knows nothing where there is no such program', async () => {
  use = await watchMicrophoneUse(() => undefined, { pactl: join(dir, 'absent') })
  expect(use.isKnown).toBe(false)
})
