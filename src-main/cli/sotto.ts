import '../../scripts/node-guard.mjs'
import { enableCompileCache } from 'node:module'
import { withoutCoreDumps } from '../core/platform/index.ts'

withoutCoreDumps()
// Second start and later: half the time to the first line.
enableCompileCache()
const { main } = await import('./main.ts')
process.exitCode = await main(process.argv.slice(2), { stdout: process.stdout, stderr: process.stderr, stdin: process.stdin }, process.env)
