import { ipcRenderer } from 'electron'

/**
 * Everything that stands between the page and the main process: the page asks for its port, the main process decides, and
 * the port goes to the page. Nothing is exposed, and no other message passes.
 */
addEventListener('message', ({ source, data }) => {
  if (source === window && data === 'sotto.connect') ipcRenderer.send('sotto.connect')
})

// Its own origin, never '*': a page that came to stand here by a navigation gets nothing.
ipcRenderer.on('sotto.port', ({ ports }) => postMessage('sotto.port', location.origin, [...ports]))
