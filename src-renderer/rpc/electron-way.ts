import { overPort } from './client.ts'
import type { Way } from './way.ts'
import { portWire } from './wires.ts'

/** What a port is for. The preload script knows these words and passes nothing else. */
const PURPOSES = ['sotto.rpc', 'sotto.recorder', 'sotto.files'] as const
type Purpose = (typeof PURPOSES)[number]

/**
 * Over ports. The preload script passes the question on; the main process answers only the top frame of its own window
 * (src-main/hosts/electron/ports.ts).
 */
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
    startAfresh: async () => location.reload(),
  }
}

function portAsker(): (purpose: Purpose) => Promise<MessagePort> {
  const waiting: Record<Purpose, ((port: MessagePort) => void)[]> = { 'sotto.rpc': [], 'sotto.recorder': [], 'sotto.files': [] }
  addEventListener('message', ({ source, data, ports: [port] }: MessageEvent<unknown>) => {
    if (source !== window || port === undefined) return
    const purpose = PURPOSES.find((one) => one === data)
    if (purpose !== undefined) waiting[purpose].shift()?.(port)
  })
  return (purpose) =>
    new Promise((resolve) => {
      waiting[purpose].push(resolve)
      postMessage(purpose, location.origin)
    })
}
