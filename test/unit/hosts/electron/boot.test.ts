import { writeFileSync } from 'node:fs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { overPort } from '../../../../src-renderer/rpc/client.ts'
import { portWire } from '../../../../src-renderer/rpc/wires.ts'
import { sendBytes } from '../../../../src-shared/wire/send-bytes.ts'
import { connectToOwner, lockDirectory, ownerAddress } from '../../../../src-main/core/owner/index.ts'
import { fakeFrame } from '../../../fakes/electron/window.ts'
import { canaryMeeting } from '../../../support/canaries.ts'
import { askPort, startElectron } from '../../../support/electron-host.ts'
import { PASSPHRASE } from '../../../support/sotto.ts'

/** The whole Electron host, from its first line to its last, against the double of the `electron` module. */
let started: Awaited<ReturnType<typeof startElectron>>
afterEach(() => started.remove())

describe('the Electron host', () => {
  it('says everything that must be said before Electron is ready', async () => {
    started = await startElectron()
    const { control, dataDir } = started
    expect(control.isSandboxed).toBe(true)
    expect(control.paths.get('userData')).toContain(dataDir)
    expect(control.schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])
    expect(control.windows).toEqual([])
    await started.opened()
  })

  it('opens a window, hands it a port, answers calls, takes in a file, and locks with the screen', async () => {
    started = await startElectron()
    const { control } = started
    const window = await started.opened()
    expect(window.url).toBe('app://sotto/')
    expect(window.preload).toBe('/out/preload.cjs')
    expect(window.calls).not.toContain('show')
    window.events.emit('ready-to-show')
    expect(window.calls).toContain('show')

    const page = { sender: window.contents, frame: window.mainFrame }
    const port = askPort(control, 'sotto.rpc', page)
    if (port === undefined) throw new Error('no port')
    const { client, gone } = overPort(port)
    port.start()
    expect(await client.system.status({})).toMatchObject({ state: 'absent', version: '0.1.0' })
    await client.system.init({ passphrase: PASSPHRASE })

    const files = askPort(control, 'sotto.files', page)
    if (files === undefined) throw new Error('no port for files')
    async function* bytes(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
      yield new TextEncoder().encode(canaryMeeting(6))
    }
    const { noteId } = (await sendBytes(portWire(files), bytes(), { fileName: 'a.vtt' })) as { noteId: string } // parsed by the page
    expect((await client.notes.list({})).map(({ id }) => id)).toEqual([noteId])
    await expect(client.notes.importFile({ path: '/etc/hostname', participants: [] }).then(Array.fromAsync)).rejects.toMatchObject({ code: 'BAD_USAGE' })

    control.power.emit('lock-screen')
    await vi.waitFor(() => expect(window.calls.slice(-2)).toEqual(['end', 'reload']), 10_000) // a new process for the page, too
    await gone
    const again = askPort(control, 'sotto.rpc', page)
    if (again === undefined) throw new Error('no port after the lock')
    const { client: locked } = overPort(again)
    again.start()
    control.power.emit('resume') // locked again, as on waking, it has nothing to forget
    expect(await locked.system.status({})).toMatchObject({ state: 'locked' })
    await expect(locked.notes.list({})).rejects.toMatchObject({ code: 'LOCKED' })
    expect(control.cores).toHaveLength(2)
    await locked.system.unlock({ passphrase: PASSPHRASE })
    expect(await locked.notes.list({})).toHaveLength(1)
    expect(control.cores).toHaveLength(2)
    again.close()
  })

  it('gives a port to nobody but the top frame of its own window', async () => {
    started = await startElectron()
    const { control } = started
    const { contents: sender, mainFrame: frame } = await started.opened()
    expect(askPort(control, 'sotto.rpc', { sender, frame: fakeFrame('app://sotto') })).toBeUndefined() // a frame inside the page
    expect(askPort(control, 'sotto.rpc', { sender: {}, frame })).toBeUndefined() // other contents
    expect(askPort(control, 'sotto.rpc', { sender, frame: null })).toBeUndefined() // a frame that is gone
    for (const purpose of ['sotto.other', 'toString', '', undefined, { toString: () => 'sotto.rpc' }]) {
      expect(askPort(control, purpose, { sender, frame })).toBeUndefined()
    }
    expect(frame.posted).toEqual([])
  })

  it('brings its window forward instead of starting twice', async () => {
    started = await startElectron()
    const window = await started.opened()
    window.isMinimized = true
    started.control.app.emit('second-instance')
    expect(window.calls.slice(-3)).toEqual(['restore', 'show', 'focus'])
    expect(started.control.windows).toHaveLength(1)
    window.events.emit('closed')
    started.control.app.emit('activate')
    expect(started.control.windows).toHaveLength(2)
  })

  it('loads a page that crashed anew, once', async () => {
    started = await startElectron()
    const window = await started.opened()
    window.contentEvents.emit('render-process-gone')
    expect(window.calls).toEqual(['reload'])
    window.contentEvents.emit('render-process-gone')
    expect(window.calls).toEqual(['reload', 'destroy'])
  })

  it('ends at once where another one runs', async () => {
    started = await startElectron((control) => (control.isFirstInstance = false))
    expect(started.control.quits).toBe(1)
    expect(await started.control.exit.promise).toBe(0)
    expect(started.control.windows).toEqual([])
  })

  it('closes the store before it quits, so that the next one may have it', async () => {
    started = await startElectron()
    const { control, dataDir } = started
    await started.opened()
    expect(lockDirectory(dataDir)).toBeNull()
    const command = await vi.waitFor(() => connectToOwner(ownerAddress(dataDir)), 10_000) // the command line speaks to its core
    expect(await command.client.system.status({})).toMatchObject({ state: 'absent' })
    command.close()
    expect(await started.quit()).toBe(0)
    const lock = lockDirectory(dataDir)
    expect(lock).not.toBeNull()
    lock?.release()
    expect(control.trays).toMatchObject([{ isDestroyed: true }])
  })

  it('says why it cannot start', async () => {
    started = await startElectron((_, dataDir) => writeFileSync(dataDir, ''))
    expect(await started.control.exit.promise).toBe(1)
    expect(started.control.errors).toEqual([expect.stringContaining('The data directory is a file.')])
  })
})
