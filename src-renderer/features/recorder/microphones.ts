import { useEffect, useState } from 'react'

interface Microphone {
  readonly id: string
  readonly label: string
}

/** Microphones to choose from. A browser names them only once the page was allowed to hear one; until then there is no choice. */
export function useMicrophones(): readonly Microphone[] {
  const [found, setFound] = useState<readonly Microphone[]>([])
  useEffect(() => {
    const devices = navigator.mediaDevices as MediaDevices | undefined // absent where the page is not trusted with any device
    if (devices === undefined) return
    let isStopped = false
    const look = (): void => {
      devices.enumerateDevices().then(
        (all) => {
          if (!isStopped) setFound(all.filter(isNamed).map(({ deviceId, label }) => ({ id: deviceId, label })))
        },
        () => undefined, // refused: the usual one is used
      )
    }
    look()
    devices.addEventListener('devicechange', look)
    return () => {
      isStopped = true
      devices.removeEventListener('devicechange', look)
    }
  }, [])
  return found
}

/** Chromium lists the usual ones once more under names of their own. */
const isNamed = ({ kind, deviceId, label }: MediaDeviceInfo): boolean =>
  kind === 'audioinput' && label !== '' && deviceId !== '' && deviceId !== 'default' && deviceId !== 'communications'
