import { session, type Session, type WebContents } from 'electron'
import { isOwn, ORIGIN, PAGE } from './page.ts'

/** The microphone, without the camera. */
const isMicrophone = (permission: string, mediaTypes: readonly string[]): boolean =>
  permission === 'media' && mediaTypes.length > 0 && mediaTypes.every((type) => type === 'audio')

/** Whether contents belong to a window of the app. */
export interface Windows {
  /** The one that a person sees: it may know how the microphones are called. */
  isApp(contents: WebContents | null): boolean
  /** The one that captures: it may hear them, and the sound of the computer. */
  isCapture(contents: WebContents | null): boolean
}

/**
 * A browser session that lives in memory (no `persist:`, no HTTP cache): no cookie, no cache, no dictionary of a note's
 * words on the disk. Everything but the page itself is denied, whoever asks.
 */
export function openSession({ isApp, isCapture }: Windows): Session {
  const own = session.fromPartition('sotto', { cache: false })
  own.setSpellCheckerEnabled(false)
  own.setPermissionRequestHandler((contents, permission, decide, details) => {
    const mediaTypes = 'mediaTypes' in details ? (details.mediaTypes ?? []) : []
    const isWanted = permission === 'display-capture' || isMicrophone(permission, mediaTypes)
    decide(isCapture(contents) && details.isMainFrame && details.requestingUrl.startsWith(PAGE) && isWanted)
  })
  own.setPermissionCheckHandler((contents, permission, origin, { isMainFrame, mediaType }) => {
    if (!isMainFrame || !(origin === ORIGIN || origin === PAGE)) return false
    if (isCapture(contents) && permission === 'display-capture') return true
    return (isCapture(contents) || isApp(contents)) && isMicrophone(permission, mediaType === undefined ? [] : [mediaType])
  })
  own.setDevicePermissionHandler(() => false)
  // The content policy says the same to the page; this says it to whatever else the browser engine would fetch.
  own.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isOwn(url) }))
  own.on('will-download', (event, item) => {
    // The page makes its exports itself, and the person says where they go.
    if (!item.getURL().startsWith(`blob:${PAGE}`)) event.preventDefault()
  })
  return own
}
