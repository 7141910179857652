import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { recordingIdSchema } from '../../../src-shared/domain/ids.ts'
import { destroyExpired, writeExpiry } from '../../../src-main/core/recorder/expiry.ts'

const dir = mkdtempSync(join(tmpdir(), 'sotto-expiry-'))
afterAll(() => rmSync(dir, { recursive: true }))

it('destroys what has expired, and nothing else, without a key', () => {
  const ids = ['A', 'B', 'C', 'D'].map((letter) => recordingIdSchema.parse(`01JD0V2M8C6Q0W6R1X3T5Z7B9${letter}`))
  const [over, later, kept, odd] = ids.map((id) => join(dir, 'audio', id))
  for (const folder of [over, later, kept, odd]) mkdirSync(folder ?? '', { recursive: true })
  const [first, second, third, fourth] = ids
  if (first === undefined || second === undefined || third === undefined || fourth === undefined) throw new Error('four')
  writeExpiry(dir, first, 1_000)
  writeExpiry(dir, second, 1_001)
  writeExpiry(dir, third, 500)
  writeExpiry(dir, third, null)
  writeFileSync(join(odd ?? '', 'expires'), 'soon')
  mkdirSync(join(dir, 'audio', 'something else'))
  destroyExpired(dir, 1_000)
  expect([over, later, kept, odd].map((folder) => existsSync(folder ?? ''))).toEqual([false, true, true, true])
  expect(existsSync(join(dir, 'audio', 'something else'))).toBe(true)
})
