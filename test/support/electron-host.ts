import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MessagePort } from 'node:worker_threads'
import { vi } from 'vitest'
import type { control as FreshControl } from '../fakes/electron/control.ts'
import type { FakeWindow, fakeFrame } from '../fakes/electron/window.ts'
import { makePage } from './browser-host.ts'

const ICONS = { usual: '/out/tray.png', recording: '/out/tray-recording.png' }

/** Electron's entry, loaded afresh against a fresh double, on a store of its own. */
export async function startElectron(before: (control: Control, dataDir: string) => void = () => undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'sotto-electron-'))
  const dataDir = join(folder, 'data')
  const page = makePage()
  vi.resetModules()
  vi.stubEnv('SOTTO_DATA_DIR', dataDir)
  vi.doMock('../../src-main/hosts/electron/places.ts', () => ({ PAGE_DIR: page.dir, PRELOAD: '/out/preload.cjs', TRAY_ICONS: ICONS }))
  const { control } = await import('../fakes/electron/control.ts')
  before(control, dataDir)
  await import('../../src-main/hosts/electron/main.ts')
  return {
    control,
    dataDir,
    /** Lets Electron become ready and waits for the window. */
    async opened(): Promise<FakeWindow> {
      control.becomeReady()
      return vi.waitFor(() => {
        const [window] = control.windows
        if (window === undefined) throw new Error('no window yet')
        return window
      }, 10_000)
    },
    /** Chooses Quit in the tray, as a person would on any system, and waits for the end. @returns the exit status */
    quit(): Promise<number> {
      choose(control.trays[0]?.template, 'Quit')
      return control.exit.promise
    },
    async remove() {
      if (control.trays.some(({ isDestroyed }) => !isDestroyed)) await this.quit()
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
      page.remove()
      vi.unstubAllEnvs()
    },
  }
}
type Control = typeof FreshControl

/** What the preload script does for a page: asks for a port. @returns it, or undefined where there was no answer */
export function askPort(control: Control, purpose: unknown, { sender, frame }: { sender: object; frame: Frame | null }): MessagePort | undefined {
  const before = frame?.posted.length ?? 0
  control.ipc.emit('sotto.port', { sender, senderFrame: frame?.seen ?? null }, purpose)
  const answer = frame?.posted.slice(before).find(({ channel, message }) => channel === 'sotto.port' && message === purpose)
  return answer?.ports[0] as MessagePort | undefined // the double gives ports of Node
}
type Frame = ReturnType<typeof fakeFrame>

/** Clicks an entry of a menu's template, wherever it is in it. */
export function choose(template: unknown, label: string): void {
  const click = itemsOf(template).find((item) => item.label === label)?.click
  if (click === undefined) throw new Error(`no menu entry "${label}"`)
  click()
}

interface Item {
  readonly label?: string
  readonly role?: string
  readonly click?: () => void
  readonly submenu?: unknown
}

/** All entries of a menu's template, those of its submenus too. */
export const itemsOf = (template: unknown): Item[] =>
  (template as Item[]).flatMap((item) => [item, ...(item.submenu === undefined ? [] : itemsOf(item.submenu))]) // what the host gave to buildFromTemplate
