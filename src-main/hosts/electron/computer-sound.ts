import { app, desktopCapturer, type Session, type WebFrameMain } from 'electron'

/** Must be called before the app is ready. Chromium hears what comes out of a Linux computer only where it is told to. */
export function declareComputerSound(platform: NodeJS.Platform = process.platform): void {
  if (platform === 'linux') app.commandLine.appendSwitch('enable-features', 'PulseaudioLoopbackForScreenShare')
}

/**
 * Gives the page that captures what comes out of the computer. The pictures that Chromium may ask for with it are of the first
 * screen, and nobody looks at them. Everybody else is given nothing.
 */
export function giveComputerSound(session: Session, mayHear: (frame: WebFrameMain | null) => boolean): void {
  session.setDisplayMediaRequestHandler(({ frame, audioRequested, videoRequested }, answer) => {
    if (!mayHear(frame) || !audioRequested) return answer(null)
    if (!videoRequested) return answer({ audio: 'loopback' })
    desktopCapturer.getSources({ types: ['screen'], thumbnailSize: { width: 0, height: 0 } }).then(
      ([video]) => answer(video === undefined ? null : { audio: 'loopback', video }),
      () => answer(null),
    )
  })
}
