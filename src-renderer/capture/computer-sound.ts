/** As it comes out of the computer; and the person goes on hearing it. */
const SOUND = { echoCancellation: false, noiseSuppression: false, autoGainControl: false, suppressLocalAudioPlayback: false } as const

/**
 * Asks for what comes out of the computer. A browser asks the person what to share, and does so only after a click.
 * @returns null where something was shared without its sound
 * @throws DOMException where nothing was
 */
export async function shareComputerSound(): Promise<MediaStream | null> {
  const stream = await askForSound()
  // Pictures are asked for where sound alone cannot be had; nobody looks at them.
  for (const picture of stream.getVideoTracks()) picture.enabled = false
  if (stream.getAudioTracks().length > 0) return stream
  for (const track of stream.getTracks()) track.stop()
  return null
}

async function askForSound(): Promise<MediaStream> {
  const media = navigator.mediaDevices
  if (location.protocol === 'app:') {
    try {
      return await media.getDisplayMedia({ audio: SOUND, video: false })
    } catch (thrown) {
      if (!(thrown instanceof TypeError)) throw thrown
    }
  }
  const wanted = { audio: SOUND, video: { frameRate: 1 }, systemAudio: 'include', selfBrowserSurface: 'exclude' }
  return media.getDisplayMedia(wanted)
}
