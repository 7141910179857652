import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startBrowserHost, type BrowserHost, type BrowserHostOptions } from '../../src-main/hosts/browser/server.ts'

/** A page of two files, and a file beside its folder that must never be served. */
export function makePage(): { dir: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), 'sotto-page-'))
  const dir = join(root, 'page')
  mkdirSync(join(dir, 'assets'), { recursive: true })
  writeFileSync(join(dir, 'index.html'), '<!doctype html><title>page</title>')
  writeFileSync(join(dir, 'assets', 'index.js'), 'export {}')
  writeFileSync(join(dir, 'notes.txt'), 'a kind of file that no page has')
  writeFileSync(join(root, 'secret.json'), '{}')
  return { dir, remove: () => rmSync(root, { recursive: true, force: true }) }
}

export async function servePage(options: Omit<BrowserHostOptions, 'assetsDir'>): Promise<BrowserHost> {
  const page = makePage()
  const host = await startBrowserHost({ ...options, assetsDir: page.dir })
  page.remove() // what it serves, it read when it started
  return host
}

/** The single-use token in a redirect file. */
export function tokenIn(file: string): string {
  const found = /#([\w-]{43})"/.exec(readFileSync(file, 'utf8'))?.[1]
  if (found === undefined) throw new Error('no token in the redirect file')
  return found
}

/** What a page does to come in. */
export async function openSession(host: BrowserHost): Promise<string> {
  const { origin } = new URL(host.url)
  const answer = await fetch(new URL('session', host.url), { method: 'POST', body: tokenIn(host.openFile()), headers: { origin } })
  if (!answer.ok) throw new Error(`no session: ${answer.status}`)
  return answer.text()
}
