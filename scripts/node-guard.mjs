// Stands before everything else, so it is written for any Node that knows modules at all: no syntax of
// the last years. Below 22.18 Node cannot run TypeScript by itself, and below 22 the encrypted database ends the process
// without a word (better-sqlite3 13), which is the worst message there is.

import * as fs from 'fs'

const NEEDED = [22, 18]
const version = process.versions.node
const parts = version.split('.')
const major = Number(parts[0])
const minor = Number(parts[1])

if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  // Straight to the descriptor: a stream to a pipe may still be on its way when the process ends.
  fs.writeSync(2,
    'Sotto needs Node ' + NEEDED.join('.') + ' or newer; this is ' + version + '. Nothing was read or changed.\n' +
    'Older versions cannot run its code, and its encrypted database would crash.\n' +
    'Run it through npm, which brings its own Node: "npm run -s sotto -- list".\n' +
    'On a Mac with an Apple chip, or to run it directly, install Node 24 from https://nodejs.org.\n'
  )
  process.exit(1)
}
