import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { overPort, type RecorderClient } from '../../../../src-renderer/rpc/client.ts'
import { portWire } from '../../../../src-renderer/rpc/wires.ts'
import type { RecorderState } from '../../../../src-shared/domain/recorder.ts'
import { encodeSound } from '../../../../src-shared/wire/sound.ts'
import { openWithPassphrase } from '../../../../src-main/core/keys/index.ts'
import type { FakeWindow } from '../../../fakes/electron/window.ts'
import { askPort, choose, itemsOf, startElectron } from '../../../support/electron-host.ts'
import { readRecorded } from '../../../support/recorded.ts'
import { PASSPHRASE } from '../../../support/sotto.ts'

/** Recording in the Electron host: a window that nobody sees hears, and the main process writes. */
let started: Awaited<ReturnType<typeof startElectron>>
let app: FakeWindow
let recorder: RecorderClient
let state: RecorderState | null = null

beforeEach(async () => {
  started = await startElectron()
  app = await started.opened()
  const rpc = port('sotto.rpc', app)
  await overPort(rpc).client.system.init({ passphrase: PASSPHRASE })
  recorder = overPort<RecorderClient>(port('sotto.recorder', app)).client
  void (async () => {
    for await (const now of await recorder.watch({})) state = now
  })().catch(() => undefined) // the app ends first
})
afterEach(() => started.remove())

function port(purpose: string, { contents: sender, mainFrame: frame }: FakeWindow) {
  const found = askPort(started.control, purpose, { sender, frame })
  if (found === undefined) throw new Error(`no port for ${purpose}`)
  found.start()
  return found
}

/** Begins, and gives the window that captures. */
async function begin(): Promise<FakeWindow> {
  await recorder.start({ channels: 2 })
  const window = started.control.windows.at(-1)
  if (window === undefined || window === app) throw new Error('no window captures')
  return window
}

/** The page of that window: so many tenths of a second, as loud as can be. */
function speak(window: FakeWindow, tenths: number) {
  const wire = portWire(port('sotto.sound', window))
  const told: unknown[] = []
  wire.onMessage((message) => {
    told.push(JSON.parse(String(message)))
    if (String(message).includes('"end"')) wire.close()
  })
  const loud = (): Int16Array => new Int16Array(1_600).fill(32_767)
  for (let at = 0; at < tenths; at++) wire.send(encodeSound({ firstSample: at * 1_600, channels: [loud(), loud()] }))
  return { wire, told }
}

const shows = (expected: object): Promise<void> => vi.waitFor(() => expect(state).toMatchObject(expected), 5_000)

describe('a recording', () => {
  it('is captured by a window that nobody sees, written while the store is locked, and whole when the app is quit', async () => {
    const { control, dataDir } = started
    const window = await begin()
    expect(window).toMatchObject({ url: 'app://sotto/capture.html', isThrottled: false })
    window.contentEvents.emit('did-finish-load')
    expect(window.calls).toEqual(["click dispatchEvent(new Event('sotto:share'))"])
    const { told } = speak(window, 20)
    await shows({ state: 'recording', source: 'live', recordedMs: 2_000 })
    expect(told).toEqual([{ want: { channels: 2 } }])

    control.power.emit('lock-screen')
    await vi.waitFor(() => expect(control.cores).toHaveLength(2), 10_000)
    window.contentEvents.emit('render-process-gone')
    expect(window.calls.at(-1)).toBe('reload')
    speak(window, 10) // the page that was loaded again counts anew
    await shows({ state: 'recording', source: 'live' })
    await vi.waitFor(() => expect(state?.state === 'recording' && state.recordedMs).toBeGreaterThanOrEqual(3_000))

    expect(await started.quit()).toBe(0)
    const keys = await openWithPassphrase(dataDir, PASSPHRASE, { now: Date.now })
    const { recording, sound } = await readRecorded(dataDir, (sealed) => keys.openRecordingSeal(sealed))
    keys.close()
    expect(recording).toMatchObject({ ending: 'stopped', channels: 2 })
    expect(sound[0]?.filter((sample) => sample === 32_767)).toHaveLength(48_000)
  })

  it('is shown in tray and title, keeps the computer awake, and can be stopped in the tray', async () => {
    const { control } = started
    const window = await begin()
    const [tray] = control.trays
    expect([tray?.toolTip, app.title, control.blockers.size]).toEqual(['Sotto, recording', 'Sotto, recording', 1])
    choose(tray?.template, 'Stop Recording')
    await shows({ state: 'idle', last: { endedBy: 'stopped' } })
    expect([tray?.toolTip, app.title, control.blockers.size]).toEqual(['Sotto', 'Sotto', 0])
    expect(itemsOf(tray?.template).map(({ label }) => label)).not.toContain('Stop Recording')
    expect(window.calls.at(-1)).toBe('destroy')
  })

  it('that nothing can be heard for is not tried for ever', async () => {
    const window = await begin()
    for (let crash = 0; crash < 5; crash++) window.contentEvents.emit('render-process-gone')
    expect(window.calls).toEqual(['reload', 'reload', 'reload', 'reload', 'destroy'])
    await recorder.recapture({})
    expect(started.control.windows.at(-1)?.url).toBe('app://sotto/capture.html')
    expect(started.control.windows).toHaveLength(3)
  })
})

describe('the window that captures', () => {
  it('may hear the microphone and the computer, and nothing else; while it is there, and nobody but it', async () => {
    const window = await begin()
    const [session] = started.control.sessions
    const request = (permission: string, mediaTypes: string[], contents: object = window.contents): boolean | undefined => {
      let granted: boolean | undefined
      const about = { isMainFrame: true, requestingUrl: 'app://sotto/capture.html', mediaTypes }
      session?.onPermissionRequest?.(contents, permission, (given) => (granted = given), about)
      return granted
    }
    expect([request('media', ['audio']), request('display-capture', ['audio', 'video'])]).toEqual([true, true])
    for (const types of [['video'], ['audio', 'video'], []]) expect(request('media', types)).toBe(false)
    for (const permission of ['geolocation', 'notifications', 'usb', 'unknown']) expect(request(permission, [])).toBe(false)
    expect(request('media', ['audio'], app.contents)).toBe(false)

    const share = (videoRequested: boolean, audioRequested = true): Promise<object | null> =>
      new Promise((resolve) => session?.onDisplayMedia?.({ frame: window.mainFrame.seen, audioRequested, videoRequested }, resolve))
    expect(await share(false)).toEqual({ audio: 'loopback' })
    expect(await share(true)).toMatchObject({ audio: 'loopback', video: { id: 'screen:0:0' } })
    expect(await share(true, false)).toBeNull() // pictures alone
    await recorder.stop({})
    expect(request('media', ['audio'])).toBe(false)
    expect(await share(false)).toBeNull()
  })

  it('reaches neither the core nor the recorder, and no other window brings sound', async () => {
    const window = await begin()
    for (const purpose of ['sotto.rpc', 'sotto.files', 'sotto.recorder']) {
      expect(askPort(started.control, purpose, { sender: window.contents, frame: window.mainFrame })).toBeUndefined()
    }
    expect(askPort(started.control, 'sotto.sound', { sender: app.contents, frame: app.mainFrame })).toBeUndefined()
  })
})
