import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const SCRIPT = resolve(import.meta.dirname, '../../../scripts/test-totals.mjs')
const folder = mkdtempSync(join(tmpdir(), 'sotto-totals-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function totals(report: object): { stdout: string; status: number | null } {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(report))
  return spawnSync(process.execPath, [SCRIPT, file], { encoding: 'utf8' })
}

const report = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] }

describe('closing line of a test run', () => {
  it('says what passed and failed', () => {
    expect(totals({ ...report, numPassedTests: 12 })).toMatchObject({ stdout: '12 passed, 0 failed\n', status: 0 })
  })

  it('names skipped tests', () => {
    expect(totals({ ...report, numPassedTests: 3, numFailedTests: 1, numPendingTests: 2 }).stdout).toBe('3 passed, 1 failed, 2 skipped\n')
  })

  it('counts a file that could not be loaded as failed', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }, { status: 'passed', assertionResults: [{}] }]
    expect(totals({ ...report, numPassedTests: 1, testResults }).stdout).toBe('1 passed, 1 failed\n')
  })

  it('does not call a run without tests a good one', () => {
    expect(totals(report)).toMatchObject({ stdout: '0 passed, 0 failed\n', status: 1 })
  })
})
