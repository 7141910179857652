import { describe, expect, it } from 'vitest'
import { catalogue } from '../../../src-shared/errors/catalogue.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'
import { failureOf } from '../../../src-shared/errors/wire.ts'

describe('an error on a wire', () => {
  it('comes back as the failure it was', () => {
    const sent = new Failure('BAD_TRANSCRIPT', { format: 'SRT', line: 3, expected: 'a time' })
    const back = failureOf({ code: sent.code, data: JSON.parse(JSON.stringify(sent.params)), message: sent.message })
    expect(back).toMatchObject({ code: 'BAD_TRANSCRIPT', params: { format: 'SRT', line: 3, expected: 'a time' } })
    expect(back.message).toContain('Line 3')
  })

  it('that nobody declared becomes a bug of ours, not a crash', () => {
    for (const wire of [
      { code: 'TEAPOT', data: {}, message: '' },
      { code: 'BAD_TRANSCRIPT', data: { line: 'x' }, message: '' },
      { code: 'LOCKED', data: undefined, message: '' },
    ]) {
      expect(Object.keys(catalogue)).toContain(failureOf(wire).code)
    }
    expect(failureOf({ code: 'TEAPOT', data: {}, message: '' }).code).toBe('INTERNAL')
  })
})
