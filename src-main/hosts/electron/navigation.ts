import { app, shell } from 'electron'
import { isPage } from './page.ts'

/** Places that a screen of ours may send the person to, in their own browser. */
const OUTSIDE: ReadonlySet<string> = new Set(['ollama.com', 'github.com', 'huggingface.co'])

/** Opens an address in the person's browser, if it is one of ours to give. @returns whether it was */
export async function openOutside(address: string): Promise<boolean> {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, username, port, href } = new URL(address)
  if (protocol !== 'https:' || !OUTSIDE.has(hostname) || username !== '' || port !== '') return false
  await shell.openExternal(href)
  return true
}

/** The page stays where it is: no other page, no other window, no web view, whatever asks for it. */
export function denyNavigation(): void {
  app.on('web-contents-created', (_, contents) => {
    contents.on('will-frame-navigate', (event) => {
      // Loading itself afresh, as after a lock, is no way out.
      if (!(event.isMainFrame && isPage(event.url))) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      void openOutside(url)
      return { action: 'deny' }
    })
  })
}
