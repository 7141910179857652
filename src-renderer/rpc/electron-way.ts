import { overPort } from './client.ts'
import type { Way } from './way.ts'
import { portWire } from './wires.ts'

/** What a port is for. The preload script knows these two words and passes nothing else. */
type Purpose = 'sotto.rpc' | 'sotto.files'

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
    openFiles: async () => portWire(await askPort('sotto.files')),
    startAfresh: async () => location.reload(),
  }
}

function portAsker(): (purpose: Purpose) => Promise<MessagePort> {
  const waiting: Record<Purpose, ((port: MessagePort) => void)[]> = { 'sotto.rpc': [], 'sotto.files': [] }
  addEventListener('message', ({ source, data, ports: [port] }: MessageEvent<unknown>) => {
    if (source !== window || port === undefined) return
    if (data === 'sotto.rpc' || data === 'sotto.files') waiting[data].shift()?.(port)
  })
  return (purpose) =>
    new Promise((resolve) => {
      waiting[purpose].push(resolve)
      postMessage(purpose, location.origin)
    })
}
