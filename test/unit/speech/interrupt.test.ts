import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { createInterrupt } from '../../../src-main/core/speech/interrupt.ts'

describe('an interrupt', () => {
  it('ends what waits and what comes to wait later, with the first reason', async () => {
    const { orInterrupted, interrupt } = createInterrupt()
    const endless = orInterrupted(new Promise(() => undefined))
    interrupt(new Error('cancelled'))
    interrupt(new Error('died'))
    await expect(endless).rejects.toThrow('cancelled')
    await expect(orInterrupted(Promise.reject(new Error('late')))).rejects.toThrow('late')
    await expect(orInterrupted(new Promise(() => undefined))).rejects.toThrow('cancelled')
  })

  it('hands on what the work gives or throws', async () => {
    const { orInterrupted } = createInterrupt()
    expect(await orInterrupted(Promise.resolve(7))).toBe(7)
    await expect(orInterrupted(Promise.reject(new Error('work')))).rejects.toThrow('work')
  })

  it('keeps nothing of what it waited for', async () => {
    setFlagsFromString('--expose-gc')
    const collect: unknown = runInNewContext('gc')
    if (typeof collect !== 'function') return expect.unreachable()
    const { orInterrupted, interrupt } = createInterrupt()
    const seen = await (async () => new WeakRef(await orInterrupted(Promise.resolve({ samples: new Int16Array(1000) }))))()
    await new Promise((resolve) => setImmediate(resolve)) // a WeakRef holds its object until the turn ends
    collect()
    expect(seen.deref()).toBeUndefined()
    interrupt(new Error('cancelled')) // still in use, or the test would prove nothing
  })
})
