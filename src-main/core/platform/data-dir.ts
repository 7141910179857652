import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** Where notes live: the flag, else `SOTTO_DATA_DIR`, else the platform's usual place for application data. */
export function dataDirOf(flag: string | undefined, env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): string {
  const given = flag ?? env['SOTTO_DATA_DIR']
  if (given !== undefined && given !== '') return resolve(given)
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Sotto')
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Sotto')
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'sotto')
}
