import { portAsker } from './ask-port.ts'
import { overPort } from './client.ts'
import type { Way } from './way.ts'
import { portWire } from './wires.ts'

/** Over ports to Electron's main process. */
export async function electronWay(): Promise<Way> {
  const askPort = portAsker()
  const port = await askPort('sotto.rpc')
  port.start()
  return {
    ...overPort(port),
    openRecorder: async () => {
      const recorder = await askPort('sotto.recorder')
      recorder.start()
      return overPort(recorder)
    },
    openFiles: async () => portWire(await askPort('sotto.files')),
    // The main process has a window for that, and opens it itself.
    openCapture: async () => undefined,
    startAfresh: async () => location.reload(),
  }
}
