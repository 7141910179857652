import { expect, it } from 'vitest'
import { problemOf } from '../../../src-renderer/capture/problem.ts'
import { capture } from '../../../src-renderer/copy/capture.ts'
import { recorder, type Where } from '../../../src-renderer/copy/recorder.ts'

const problem = (name: string) => problemOf(new DOMException('', name))

it('tells apart what keeps a microphone from being heard', () => {
  expect(problem('NotAllowedError')).toBe('microphone-denied')
  expect(problem('SecurityError')).toBe('microphone-denied')
  expect(problem('NotFoundError')).toBe('no-microphone')
  expect(problemOf(Object.assign(new Error(), { name: 'OverconstrainedError' }))).toBe('no-microphone')
  expect(problem('NotReadableError')).toBe('microphone-busy')
  expect(problem('AbortError')).toBe('microphone-busy')
  expect(problemOf('nothing known')).toBe('device-lost')
})

it('says on every system where the microphone is allowed, and what to do where it is taken', () => {
  const privacy = { mac: /System Settings, Privacy/, windows: /Settings, Privacy/ }
  const places: Record<Where, RegExp> = { ...privacy, browser: /left of the address/, linux: /sound settings/ }
  for (const where of ['browser', 'mac', 'windows', 'linux'] as const) {
    expect(recorder.problems['microphone-denied'](where).meaning).toMatch(places[where])
    expect(recorder.problems['microphone-busy'](where).meaning).toContain('Record again here')
  }
  expect(Object.keys(capture.system)).toEqual(['mac', 'windows', 'linux'])
})
