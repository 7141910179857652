export interface Microphone {
  readonly id: string
  readonly label: string
}

/** As it is: what a browser does to a voice for the ears of a call, a speech engine minds. */
const AS_IT_IS = { echoCancellation: false, noiseSuppression: false, autoGainControl: false } as const

/** How Linux calls what comes out of the computer, where it shows it as an input. */
const MONITOR = /^monitor of /i

/** @param id of the one that is wanted; without it, the usual one */
export const openMicrophone = (id?: string): Promise<MediaStream> =>
  navigator.mediaDevices.getUserMedia({ audio: { ...AS_IT_IS, ...(id !== undefined && { deviceId: { exact: id } }) } })

/** Every microphone; their names are known once one was allowed. */
export async function listMicrophones(): Promise<Microphone[]> {
  return (await inputs()).filter(({ label }) => !MONITOR.test(label)).map(({ deviceId, label }) => ({ id: deviceId, label }))
}

/** What comes out of the computer, where the browser shows that as an input. */
export async function openMonitor(): Promise<MediaStream | null> {
  const monitor = (await inputs()).find(({ label }) => MONITOR.test(label))
  return monitor === undefined ? null : openMicrophone(monitor.deviceId)
}

const inputs = async (): Promise<MediaDeviceInfo[]> =>
  // The alias of the usual one comes twice.
  (await navigator.mediaDevices.enumerateDevices()).filter(({ kind, deviceId }) => kind === 'audioinput' && !['', 'communications'].includes(deviceId))
