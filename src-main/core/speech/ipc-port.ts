import type { ChildProcess } from 'node:child_process'

/** The two ends of a fork's IPC channel: the child as its parent sees it, and the child's own `process`. */
type Channel = Pick<ChildProcess, 'on' | 'send'> | NodeJS.Process

/** Gives an IPC channel the shape of a MessagePort, which is what oRPC speaks over. */
export function ipcPort(channel: Channel) {
  return {
    on(event: string, listener: (event?: { data: unknown }) => void): void {
      if (event === 'message') channel.on('message', (data: unknown) => listener({ data }))
      if (event === 'close') channel.on('disconnect', () => listener())
    },
    postMessage(data: unknown): void {
      // oRPC hands over text. A channel that closed meanwhile is told by 'disconnect'; without a callback, send() would throw.
      channel.send?.(String(data), undefined, undefined, () => undefined)
    },
  }
}
