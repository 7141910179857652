// Prints the totals of a vitest JSON report as one line: "N passed, N failed", with ", N skipped" where some were.
// Fails when the report holds no test at all: a run that tested nothing must not look like a good one.
import { readFileSync } from 'node:fs'

const [file] = process.argv.slice(2)
if (file === undefined) throw new Error('usage: test-totals.mjs REPORT.json')
const report = JSON.parse(readFileSync(file, 'utf8'))
// A suite that could not be loaded has no tests of its own and would otherwise count as nothing.
const unloaded = report.testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0).length
const failed = report.numFailedTests + unloaded
const skipped = report.numPendingTests + (report.numTodoTests ?? 0)

console.log(`${report.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
if (report.numPassedTests + failed === 0) process.exitCode = 1
