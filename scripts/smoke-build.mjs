// Shows that what the build made stands on its own: runs the built command line from another folder, on a store of its own,
// through the whole spine (init, import, list), and fails where any of it does.
import './node-guard.mjs'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const folder = mkdtempSync(join(tmpdir(), 'sotto-build-'))

/** Runs the built command line with `--json`; its one document, parsed. */
function sotto(...args) {
  const output = execFileSync(process.execPath, [join(root, 'out/src-main/cli/sotto.js'), '--json', ...args], {
    cwd: folder,
    env: { ...process.env, SOTTO_DATA_DIR: join(folder, 'data'), SOTTO_PASSPHRASE: 'four unrelated words here' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return JSON.parse(output)
}

try {
  sotto('init')
  sotto('import', join(root, 'resources/demo/weekly-product-sync.vtt'), '--date', '2026-11-03')
  const { notes } = sotto('list')
  if (notes.length !== 1 || notes[0].state !== 'ready') throw new Error(`expected one finished note, found: ${JSON.stringify(notes)}`)
  console.log(`The built command line made a note of ${notes[0].actions} action items.`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
