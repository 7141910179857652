import { ipcRenderer } from 'electron'

/**
 * Everything that stands between the page and the main process: the page asks for a port, the main process decides, and
 * the port goes to the page. Nothing is exposed, and no other message passes.
 */
const PURPOSES: readonly unknown[] = ['sotto.rpc', 'sotto.recorder', 'sotto.files', 'sotto.sound']

addEventListener('message', ({ source, data, ports }) => {
  // A message with a port is the answer below.
  if (source === window && ports.length === 0 && PURPOSES.includes(data)) ipcRenderer.send('sotto.port', data)
})

// To its own origin, never '*': a page that came to stand here by a navigation gets nothing.
ipcRenderer.on('sotto.port', ({ ports }, purpose: unknown) => {
  if (PURPOSES.includes(purpose)) postMessage(purpose, location.origin, [...ports])
})
