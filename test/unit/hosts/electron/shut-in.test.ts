import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FakeSession } from '../../../fakes/electron/session.ts'
import { preventable } from '../../../fakes/electron/strict.ts'
import type { FakeWindow } from '../../../fakes/electron/window.ts'
import { itemsOf, startElectron } from '../../../support/electron-host.ts'

/** What a page that has been taken over could try. The window's own settings are checked by the double, in every test. */
let started: Awaited<ReturnType<typeof startElectron>>
let window: FakeWindow
let session: FakeSession

beforeAll(async () => {
  started = await startElectron()
  window = await started.opened()
  const [own] = started.control.sessions
  if (own === undefined) throw new Error('no session')
  session = own
})
afterAll(() => started.remove())

describe('the page', () => {
  const get = async (url: string, method = 'GET'): Promise<Response> => {
    const handler = session.handlers.get('app')
    if (handler === undefined) throw new Error('no handler')
    return handler(new Request(url, { method }))
  }

  it('is served from its own files alone, under a policy without inline anything', async () => {
    const page = await get('app://sotto/')
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('<title>page</title>')
    expect((await get('app://sotto/assets/index.js')).headers.get('content-type')).toContain('text/javascript')
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; /)
    expect(policy).toContain("connect-src 'none'")
    expect(policy).not.toMatch(/unsafe|\*/)
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    expect(page.headers.get('cache-control')).toBe('no-store')
  })

  it('reaches no other file, host or method', async () => {
    for (const url of ['app://sotto/../secret.json', 'app://sotto/%2e%2e/secret.json', 'app://sotto/notes.txt', 'app://other/', 'app://sotto.evil/']) {
      expect((await get(url)).status).toBe(404)
    }
    expect((await get('app://sotto/', 'POST')).status).toBe(404)
  })

  it('can fetch nothing from anywhere', () => {
    const isCancelled = (url: string): boolean | undefined => {
      let cancel: boolean | undefined
      session.onBeforeRequest?.({ url }, (decision) => (cancel = decision.cancel))
      return cancel
    }
    for (const url of ['https://example.org/', 'http://127.0.0.1:11434/', 'ws://127.0.0.1/', 'file:///etc/hostname', 'app://other/', 'ftp://a/']) {
      expect(isCancelled(url)).toBe(true)
    }
    for (const url of ['app://sotto/', 'app://sotto/assets/a.js', 'blob:app://sotto/1']) expect(isCancelled(url)).toBe(false)
  })

  it('saves what it made itself, and nothing else', () => {
    const isPrevented = (url: string): boolean => {
      const event = preventable({})
      session.events.emit('will-download', event, { getURL: () => url })
      return event.isPrevented()
    }
    expect(isPrevented('blob:app://sotto/1')).toBe(false)
    expect(isPrevented('app://sotto/index.html')).toBe(true)
    expect(isPrevented('https://example.org/a.exe')).toBe(true)
  })
})

describe('a permission', () => {
  const request = (permission: string, details: object = {}, contents: object = window.contents): boolean | undefined => {
    let granted: boolean | undefined
    const about = { isMainFrame: true, requestingUrl: 'app://sotto/', ...details }
    session.onPermissionRequest?.(contents, permission, (given) => (granted = given), about)
    return granted
  }
  const check = (permission: string, details: object = {}, origin = 'app://sotto/', contents: object | null = window.contents): boolean | undefined =>
    session.onPermissionCheck?.(contents, permission, origin, { isMainFrame: true, ...details })

  it('is given for the names of the microphones, and not for what they hear (recording.test.ts: who may)', () => {
    expect(check('media', { mediaType: 'audio' })).toBe(true)
    expect(request('media', { mediaTypes: ['audio'] })).toBe(false)
    expect(request('display-capture', { mediaTypes: ['audio', 'video'] })).toBe(false)
    expect(check('display-capture')).toBe(false)
    let answered: object | null | undefined
    session.onDisplayMedia?.({ frame: window.mainFrame.seen, audioRequested: true, videoRequested: false }, (streams) => (answered = streams))
    expect(answered).toBeNull()
  })

  it('is denied for the camera, and for everything else there is', () => {
    for (const mediaType of ['video', 'unknown', undefined]) expect(check('media', { mediaType })).toBe(false)
    const rest = ['geolocation', 'notifications', 'clipboard-read', 'fileSystem', 'openExternal', 'midi', 'hid', 'usb', 'local-fonts', 'idle-detection']
    for (const permission of [...rest, 'unknown']) {
      expect(request(permission)).toBe(false)
      expect(check(permission)).toBe(false)
    }
    expect(session.onDevicePermission?.()).toBe(false)
  })

  it('is denied to a frame within the page, to another page, and to other contents', () => {
    const audio = { mediaTypes: ['audio'] }
    expect(request('media', { ...audio, isMainFrame: false })).toBe(false)
    expect(request('media', { ...audio, requestingUrl: 'https://example.org/' })).toBe(false)
    expect(request('media', audio, {})).toBe(false)
    expect(check('media', { mediaType: 'audio', isMainFrame: false })).toBe(false)
    expect(check('media', { mediaType: 'audio' }, 'https://example.org')).toBe(false)
    expect(check('media', { mediaType: 'audio' }, 'app://sotto/', null)).toBe(false)
  })
})

describe('the window', () => {
  const navigate = (url: string, isMainFrame = true): boolean => {
    const event = preventable({ url, isMainFrame })
    window.contentEvents.emit('will-frame-navigate', event)
    return !event.isPrevented()
  }

  it('stays on its page, which it may load afresh', () => {
    expect(navigate('app://sotto/')).toBe(true)
    expect(navigate('app://sotto/#/notes')).toBe(true)
    for (const url of ['https://example.org/', 'file:///etc/hostname', 'app://sotto/other.html', 'app://other/', 'javascript:alert(1)', 'about:blank']) {
      expect(navigate(url)).toBe(false)
    }
    expect(navigate('app://sotto/', false)).toBe(false)
    for (const name of ['will-redirect', 'will-attach-webview']) {
      const event = preventable({})
      window.contentEvents.emit(name, event)
      expect(event.isPrevented()).toBe(true)
    }
  })

  it('opens no other one; a link to a known place goes to the browser', () => {
    const open = (url: string): string | undefined => window.onWindowOpen?.({ url }).action
    const known = 'https://ollama.com/download'
    const unknown = [
      'https://example.org/', 'http://ollama.com/', 'https://ollama.com.evil.example/', 'https://user@ollama.com/', 'https://ollama.com:8443/',
      'file:///etc/hostname', 'javascript:alert(1)', 'smb://ollama.com/', 'app://sotto/', 'not an address',
    ]
    for (const url of [known, ...unknown]) expect(open(url)).toBe('deny')
    expect(started.control.opened).toEqual([known])
  })

  it('keeps its title, whatever the page calls itself', () => {
    const event = preventable({})
    window.events.emit('page-title-updated', event, 'Alice Schmidt, salary')
    expect(event.isPrevented()).toBe(true)
  })

  it('has a menu without a way to reload, to look inside, or to list what was open', () => {
    const items = itemsOf(started.control.menus[0])
    expect(items.map(({ label }) => label)).toContain('Lock Now')
    const roles = items.map(({ role }) => role?.toLowerCase())
    for (const role of ['reload', 'forcereload', 'toggledevtools', 'recentdocuments', 'clearrecentdocuments']) expect(roles).not.toContain(role)
  })
})
