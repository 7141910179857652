import { expect, it } from 'vitest'
import { z } from 'zod'
import { explainHere } from '../../../src-renderer/copy/failures.ts'
import { catalogue } from '../../../src-shared/errors/catalogue.ts'
import { failureOf } from '../../../src-shared/errors/wire.ts'

/** Every combination of a failure's fixed words; numbers and free words as they may be. */
function samplesOf(params: z.ZodObject): Record<string, unknown>[] {
  return Object.entries(params.shape).reduce<Record<string, unknown>[]>(
    (samples, [key, type]) => valuesOf(type).flatMap((value) => samples.map((sample) => ({ ...sample, [key]: value }))),
    [{}],
  )
}

function valuesOf(type: unknown): readonly unknown[] {
  if (type instanceof z.ZodOptional) return [undefined, ...valuesOf(type.unwrap())]
  if (type instanceof z.ZodEnum) return type.options
  return type instanceof z.ZodNumber ? [1] : ['ollama']
}

it('says what to do in the terms of a window, never a command of the terminal', () => {
  for (const [code, { params }] of Object.entries(catalogue)) {
    if (code === 'NOT_CONNECTED') continue // nothing runs behind the window then: only the terminal can help
    for (const data of samplesOf(params)) {
      const failure = failureOf({ code, data, message: '' })
      expect([failure.code, data]).toEqual([code, data])
      expect(explainHere(failure).fix ?? '').not.toMatch(/"(sotto|npm|ollama) |(^|\s)--[a-z]|SOTTO_|SECURITY\.md|prompt/)
    }
  }
})
