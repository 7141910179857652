import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { checkInstructions } from '../../../scripts/engine-build/instructions.ts'
import { builtFrom, isUpToDate, writeStamp } from '../../../scripts/engine-build/stamp.ts'
import { engineInfo } from '../../../src-main/core/speech/index.ts'

describe('building the engine again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sotto-engine-'))
  const from = builtFrom(['sources', 'flags'])
  beforeEach(() => {
    writeFileSync(join(folder, 'index.node'), 'native code')
    writeStamp(folder, from)
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('is not needed while nothing changed', () => expect(isUpToDate(folder, from)).toBe(true))

  it('is needed when sources or flags changed', () => {
    for (const parts of [['sources'], ['sources', 'flags', ''], ['sourcesflags'], ['flags', 'sources'], ['sources', 'flags2']]) {
      expect(isUpToDate(folder, builtFrom(parts))).toBe(false)
    }
  })

  it('is needed when the addon or the note of what it was built from is not as it was left', () => {
    writeFileSync(join(folder, 'index.node'), 'other code')
    expect(isUpToDate(folder, from)).toBe(false)
    writeFileSync(join(folder, 'index.node'), 'native code')
    writeFileSync(join(folder, 'built-from.json'), '{"from":')
    expect(isUpToDate(folder, from)).toBe(false)
    rmSync(join(folder, 'index.node'))
    expect(isUpToDate(folder, from)).toBe(false)
  })
})

const hasObjdump = spawnSync('objdump', ['--version']).error === undefined
it.skipIf(!hasObjdump || process.platform !== 'linux' || process.arch !== 'x64')('an addon without AVX2 is refused as the fast one', () => {
  expect(() => checkInstructions(engineInfo('prebuilt').addon)).toThrow('without AVX2')
})
