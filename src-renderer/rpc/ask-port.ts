/** What a port is for. The preload script knows these words and passes nothing else. */
const PURPOSES = ['sotto.rpc', 'sotto.recorder', 'sotto.files', 'sotto.sound'] as const
type Purpose = (typeof PURPOSES)[number]

/**
 * Asks for ports. The preload script passes the question on; the main process answers only the top frame of a window that may have
 * one for that purpose (src-main/hosts/electron/ports.ts).
 */
export function portAsker(): (purpose: Purpose) => Promise<MessagePort> {
  const waiting = new Map<Purpose, ((port: MessagePort) => void)[]>(PURPOSES.map((purpose) => [purpose, []]))
  addEventListener('message', ({ source, data, ports: [port] }: MessageEvent<unknown>) => {
    if (source !== window || port === undefined) return
    const purpose = PURPOSES.find((one) => one === data)
    if (purpose !== undefined) waiting.get(purpose)?.shift()?.(port)
  })
  return (purpose) =>
    new Promise((resolve) => {
      waiting.get(purpose)?.push(resolve)
      postMessage(purpose, location.origin)
    })
}
