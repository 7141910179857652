import { session, type Session, type WebContents } from 'electron'
import { isOwn, ORIGIN, PAGE } from './page.ts'

/** What the page may ask for, beside nothing: the microphone, and the sound of the computer, while it records. */
const isGranted = (permission: string, mediaTypes: readonly string[]): boolean =>
  permission === 'display-capture' || (permission === 'media' && mediaTypes.length > 0 && mediaTypes.every((type) => type === 'audio'))

/**
 * A browser session that lives in memory (no `persist:`, no HTTP cache): no cookie, no cache, no dictionary of a note's
 * words on the disk. Everything but the page itself is denied, whoever asks.
 * @param isWindow whether contents belong to the app's window, whose top frame alone may record
 */
export function openSession(isWindow: (contents: WebContents | null) => boolean): Session {
  const own = session.fromPartition('sotto', { cache: false })
  own.setSpellCheckerEnabled(false)
  own.setPermissionRequestHandler((contents, permission, decide, details) => {
    const mediaTypes = 'mediaTypes' in details ? (details.mediaTypes ?? []) : []
    decide(isWindow(contents) && details.isMainFrame && details.requestingUrl.startsWith(PAGE) && isGranted(permission, mediaTypes))
  })
  own.setPermissionCheckHandler(
    (contents, permission, origin, { isMainFrame, mediaType }) =>
      isWindow(contents) && isMainFrame && (origin === ORIGIN || origin === PAGE) && isGranted(permission, mediaType === undefined ? [] : [mediaType]),
  )
  own.setDevicePermissionHandler(() => false)
  // The content policy says the same to the page; this says it to whatever else the browser engine would fetch.
  own.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isOwn(url) }))
  own.on('will-download', (event, item) => {
    // The page makes its exports itself, and the person says where they go.
    if (!item.getURL().startsWith(`blob:${PAGE}`)) event.preventDefault()
  })
  return own
}
