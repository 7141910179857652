import { spawn } from 'node:child_process'

/** The program that opens a file as a person would by clicking it, or null where there is no screen to open it on. */
export function openerOf(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): readonly [string, ...string[]] | null {
  if (platform === 'darwin') return ['open']
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'] // no shell between, so no character means anything
  return (env['DISPLAY'] ?? '') !== '' || (env['WAYLAND_DISPLAY'] ?? '') !== '' ? ['xdg-open'] : null
}

/**
 * Opens a file in the person's browser. The file's name may be seen by everybody on this computer; what it holds, by this
 * user alone.
 * @returns whether something was there to open it
 */
export function openInBrowser(file: string, platform: NodeJS.Platform = process.platform, env: NodeJS.ProcessEnv = process.env): Promise<boolean> {
  const opener = openerOf(platform, env)
  if (opener === null) return Promise.resolve(false)
  const [program, ...before] = opener
  return new Promise((resolve) => {
    const child = spawn(program, [...before, file], { stdio: 'ignore', detached: true })
    child.once('error', () => resolve(false))
    // A browser that was not running keeps xdg-open waiting; an opener that found nothing ends at once, with an error.
    const patience = setTimeout(() => resolve(true), 3_000)
    child.once('exit', (code) => {
      clearTimeout(patience)
      resolve(code === 0)
    })
    child.unref()
  })
}
