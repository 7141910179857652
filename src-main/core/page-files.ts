import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'

/** One file of the page, as a host answers it. */
export interface PageFile {
  readonly type: string
  readonly body: Buffer<ArrayBuffer>
}

/** Everything a built page consists of; a file of another kind is not served. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/**
 * Reads the built page into memory, once. A request is answered from this list and never becomes a path, so that no
 * request can lead out of the folder. `/` is the page itself.
 */
export function readPage(dir: string): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>()
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)]
    if (!entry.isFile() || type === undefined) continue
    const file = join(entry.parentPath, entry.name)
    files.set(`/${relative(dir, file).split(sep).join('/')}`, { type, body: readFileSync(file) })
  }
  const page = files.get('/index.html')
  if (page === undefined) throw new Error('the page has not been built')
  return files.set('/', page)
}
