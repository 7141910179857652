import type { Session } from 'electron'
import { control } from './control.ts'
import { emitter, strict } from './strict.ts'

type PermissionRequest = (contents: object | null, permission: string, decide: (isGranted: boolean) => void, details: object) => void
type PermissionCheck = (contents: object | null, permission: string, origin: string, details: object) => boolean
type DisplayMedia = (request: object, answer: (streams: object | null) => void) => void
type BeforeRequest = (details: { url: string }, decide: (decision: { cancel?: boolean }) => void) => void

/** A session with what was set on it, for the test to call. */
export class FakeSession {
  readonly events = emitter('session', ['will-download'])
  readonly handlers = new Map<string, (request: Request) => Response | Promise<Response>>()
  onPermissionRequest: PermissionRequest | null = null
  onPermissionCheck: PermissionCheck | null = null
  onDevicePermission: (() => boolean) | null = null
  onBeforeRequest: BeforeRequest | null = null
  onDisplayMedia: DisplayMedia | null = null
  isSpellChecked = true
  readonly seen: object

  constructor() {
    this.seen = strict('session', {
      on: this.events.on,
      protocol: strict('session.protocol', {
        handle: (scheme: string, handler: (request: Request) => Response) => void this.handlers.set(scheme, handler),
      }),
      webRequest: strict('session.webRequest', { onBeforeRequest: (listener: BeforeRequest) => void (this.onBeforeRequest = listener) }),
      setSpellCheckerEnabled: (isOn: boolean) => void (this.isSpellChecked = isOn),
      setPermissionRequestHandler: (handler: PermissionRequest) => void (this.onPermissionRequest = handler),
      setPermissionCheckHandler: (handler: PermissionCheck) => void (this.onPermissionCheck = handler),
      setDisplayMediaRequestHandler: (handler: DisplayMedia) => void (this.onDisplayMedia = handler),
      setDevicePermissionHandler: (handler: () => boolean) => void (this.onDevicePermission = handler),
    } satisfies Partial<Record<keyof Session, unknown>>)
    control.sessions.push(this)
  }

  /** A window may use it only when everything that shuts the page in has been set. */
  assertShut(): void {
    const missing = [this.onPermissionRequest, this.onPermissionCheck, this.onDevicePermission, this.onBeforeRequest, this.onDisplayMedia].includes(null)
    if (missing || this.isSpellChecked || !this.handlers.has('app')) throw new Error('A window was given a session that is not shut in.')
  }
}

/** Only a partition of memory, without the cache on the disk. */
export function fromPartition(name: string, options: { cache?: boolean } = {}): object {
  if (!control.isReady) throw new Error('Sessions exist once the app is ready.')
  if (name.startsWith('persist:') || name === '') throw new Error('The session must live in memory.')
  if (options.cache !== false) throw new Error('The session must not cache on the disk.')
  return new FakeSession().seen
}
