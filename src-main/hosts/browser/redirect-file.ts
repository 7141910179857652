import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface RedirectFile {
  readonly path: string
  remove(): void
}

/**
 * A page in a folder of this user's alone that leads the browser to `address`. A browser is started with the file's name,
 * since everybody on a computer may read the arguments of its programs, and the address carries a secret.
 */
export function writeRedirectFile(address: string): RedirectFile {
  const folder = mkdtempSync(join(tmpdir(), 'sotto-open-')) // made with mode 0700
  const path = join(folder, 'sotto.html')
  writeFileSync(path, pageTo(address), { mode: 0o600, flag: 'wx' })
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** @param address consists of characters that mean nothing in HTML: digits, base64url and `:/.#` */
const pageTo = (address: string): string => `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <meta name="referrer" content="no-referrer">
  <meta http-equiv="refresh" content="0; url=${address}">
  <title>Sotto</title>
  <p><a href="${address}">Open Sotto</a></p>
</html>
`
