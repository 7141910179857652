import { expect, it, vi } from 'vitest'
import type { Order, Report } from '../../../../src-main/hosts/supervisor/messages.ts'
import { createSupervisor, type CoreProcess, type SupervisorOptions } from '../../../../src-main/hosts/supervisor/supervisor.ts'
import type { Failure } from '../../../../src-shared/errors/failure.ts'

/** A core in the test's hand. */
function fakeCore() {
  const { promise: ended, resolve: end } = Promise.withResolvers<void>()
  const listeners: ((report: Report) => void)[] = []
  const orders: Order[] = []
  const given: string[] = []
  const core = {
    orders,
    given,
    isKilled: false,
    /** It has died, but its end is not known yet. */
    isDeaf: false,
    end: () => end(),
    report: (report: Report) => listeners.forEach((listener) => listener(report)),
    process: {
      order: (order) => void orders.push(order),
      hand: async (_, way) => {
        if (core.isDeaf) return false
        given.push(way)
        return true
      },
      onReport: (listener) => void listeners.push(listener),
      ended,
      kill: () => {
        core.isKilled = true
        end()
      },
    } satisfies CoreProcess<string>,
  }
  return core
}

function supervise(options: Partial<SupervisorOptions<string>> = {}) {
  const cores: ReturnType<typeof fakeCore>[] = []
  const failures: Failure[] = []
  const onReplaced = vi.fn<() => void>()
  const supervisor = createSupervisor<string>({
    settings: { dir: '/store', version: 'test', ollamaHost: 'http://127.0.0.1:9' },
    start: () => {
      const core = fakeCore()
      cores.push(core)
      return core.process
    },
    onReplaced,
    onFailed: (failure) => failures.push(failure),
    ...options,
  })
  const core = (at: number): ReturnType<typeof fakeCore> => {
    const found = cores[at]
    if (found === undefined) throw new Error(`core ${at} was not started`)
    return found
  }
  return { supervisor, cores, core, failures, onReplaced }
}

it('starts the next core while the one that was locked still closes, and gives pages to the next', async () => {
  const { supervisor, core, cores, onReplaced } = supervise()
  core(0).report({ report: 'ready' })
  await supervisor.ready
  expect(await supervisor.give('rpc', 'first')).toBe(true)
  core(0).report({ report: 'locking' })
  expect(cores).toHaveLength(2)
  const waiting = supervisor.give('rpc', 'second')
  expect(onReplaced).not.toHaveBeenCalled()
  core(0).end()
  core(1).report({ report: 'ready' })
  expect(await waiting).toBe(true)
  expect(cores.map(({ given }) => given)).toEqual([['first'], ['second']])
  expect(onReplaced).toHaveBeenCalledOnce()
  expect(core(1).orders).toMatchObject([{ order: 'begin', isAfterCrash: false }])
})

it('tells every core how the computer is powered, the next one before it begins', async () => {
  const { supervisor, core } = supervise()
  core(0).report({ report: 'ready' })
  const power = { supply: 'battery', isHot: false } as const
  supervisor.tellPower(power)
  expect(core(0).orders.at(-1)).toEqual({ order: 'power', power })
  core(0).report({ report: 'locking' })
  expect(core(1).orders).toMatchObject([{ order: 'power', power }, { order: 'begin' }])
})

it('leaves a core alone that has nothing to forget', async () => {
  const { supervisor, core, cores, onReplaced } = supervise()
  core(0).report({ report: 'ready' })
  const locking = supervisor.lock()
  await vi.waitFor(() => expect(core(0).orders.at(-1)).toEqual({ order: 'lock' }))
  core(0).report({ report: 'clean' })
  await locking
  expect(cores).toHaveLength(1)
  expect(onReplaced).not.toHaveBeenCalled()
})

it('ends a core by force that does not close, or does not even listen', async () => {
  const { supervisor, core, cores } = supervise({ closingMs: 1 })
  core(0).report({ report: 'ready' })
  core(0).report({ report: 'locking' })
  await vi.waitFor(() => expect(core(0).isKilled).toBe(true))
  core(1).report({ report: 'ready' })
  await supervisor.lock()
  expect(core(1).isKilled).toBe(true)
  expect(core(2).orders).toMatchObject([{ order: 'begin', isAfterCrash: false }])
  const closing = supervisor.close()
  await closing
  expect(core(2).isKilled).toBe(true)
  expect(cores).toHaveLength(3)
})

it('starts a core that crashed again and lets it say so', async () => {
  const { supervisor, core, onReplaced } = supervise()
  core(0).report({ report: 'ready' })
  core(0).isDeaf = true
  const waiting = supervisor.give('files', 'a file')
  await Promise.resolve()
  core(0).end()
  await vi.waitFor(() => expect(core(1).orders).toMatchObject([{ order: 'begin', isAfterCrash: true }]))
  core(1).report({ report: 'ready' })
  expect(await waiting).toBe(true)
  expect(core(1).given).toEqual(['a file'])
  expect(onReplaced).toHaveBeenCalledOnce()
})

it('gives up on a core that never begins', async () => {
  const { supervisor, core, cores, failures } = supervise()
  const waiting = supervisor.give('rpc', 'page')
  for (let at = 0; at < 3; at++) {
    await vi.waitFor(() => expect(cores).toHaveLength(at + 1))
    core(at).end()
  }
  await vi.waitFor(() => expect(failures).toMatchObject([{ code: 'WORKER_DIED' }]))
  expect(await waiting).toBe(false)
  await expect(supervisor.ready).rejects.toMatchObject({ code: 'WORKER_DIED' })
})

it('passes on what keeps a core from beginning, once', async () => {
  const { supervisor, core, cores, failures } = supervise()
  core(0).report({ report: 'failed', code: 'STORE_IN_USE', data: {} })
  expect(failures).toMatchObject([{ code: 'STORE_IN_USE' }])
  core(0).end()
  await expect(supervisor.ready).rejects.toMatchObject({ code: 'STORE_IN_USE' })
  expect(await supervisor.give('rpc', 'page')).toBe(false)
  expect(cores).toHaveLength(1)
})
