import { createRouterClient } from '@orpc/server'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Link, Parting, RecorderClient } from '../../../src-renderer/rpc/client.ts'
import { followRecorder, type SeenRecorder } from '../../../src-renderer/rpc/follow-recorder.ts'
import { FakeRecorder, session } from '../../fakes/recorder/recorder.ts'

let recorder: FakeRecorder
let stop: AbortController
let seen: SeenRecorder[]
/** Ends the connection that was opened last. */
let part: (parting: Parting) => void

beforeEach(() => {
  recorder = new FakeRecorder()
  stop = new AbortController()
  seen = []
})
afterEach(() => stop.abort())

const connection = (): Link<RecorderClient> => {
  const { promise: gone, resolve } = Promise.withResolvers<Parting>()
  part = resolve
  const client: RecorderClient = createRouterClient(recorder.router)
  // What a real connection does: its streams end with it.
  const watch: RecorderClient['watch'] = async (input, options) => {
    const ended = new AbortController()
    void gone.then(() => ended.abort())
    return client.watch(input, { ...options, signal: AbortSignal.any([ended.signal, ...(options?.signal ? [options.signal] : [])]) })
  }
  const { start, pause, resume, mute, mark, recapture, stop: end } = client
  return { client: { watch: Object.assign(watch, client.watch), start, pause, resume, mute, mark, recapture, stop: end }, gone }
}

const follow = (open: () => Promise<Link<RecorderClient>>) =>
  followRecorder({ open, onSeen: (next) => seen.push(next), signal: stop.signal, wait: () => new Promise(setImmediate) })

const sees = async (predicate: (newest: SeenRecorder | undefined) => boolean): Promise<void> => {
  await expect.poll(() => predicate(seen.at(-1))).toBe(true)
}

it('tells the newest state, and leads what is asked to the recorder', async () => {
  const { client } = follow(async () => connection())
  await sees((newest) => newest?.state?.state === 'idle')
  await (await client()).start({})
  await sees((newest) => newest?.state?.state === 'recording' && newest.reach === 'open')
  expect(recorder.asked).toEqual(['start 2'])
})

it('comes back when the connection breaks off, and says meanwhile that what it knows is old', async () => {
  recorder.state = session()
  const { client } = follow(async () => connection())
  await sees((newest) => newest?.state?.state === 'recording')
  recorder.state = session({ state: 'paused' })
  part('lost')
  await sees((newest) => newest?.state?.state === 'paused')
  expect(seen.map(({ reach }) => reach)).toContain('lost')
  await (await client()).resume({})
  expect(recorder.asked).toEqual(['resume'])
})

it('does not come back once the app has said that it ends', async () => {
  recorder.state = session()
  let opened = 0
  const { over, client } = follow(async () => {
    opened += 1
    return connection()
  })
  await sees((newest) => newest?.state !== undefined)
  part('ended')
  await over
  expect(opened).toBe(1)
  expect(seen.at(-1)?.reach).toBe('lost')
  await expect(client()).rejects.toMatchObject({ code: 'NOT_CONNECTED' })
})

it('leaves a host alone that has no recorder, and says so', async () => {
  let tries = 0
  const { over } = follow(async () => {
    tries += 1
    throw new Error('nobody answers')
  })
  await over
  expect(tries).toBeGreaterThan(1)
  expect(tries).toBeLessThan(10)
  expect(seen.at(-1)).toEqual({ reach: 'none', state: null })
})

it('follows once, and lets go when it is told to', async () => {
  const { over } = follow(async () => connection())
  await sees((newest) => newest?.state?.state === 'idle')
  expect(recorder.followers).toBe(1)
  stop.abort()
  await over
  await expect.poll(() => recorder.followers).toBe(0)
})
