import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { ORPCError } from '@orpc/client'
import { RPCHandler } from '@orpc/server/message-port'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wireSerializers } from '../../src-shared/contract/base.ts'
import { connectToOwner, serveOwner } from '../../src-main/core/owner/index.ts'
import { overPort, overSocket, type SottoClient as Client } from '../../src-renderer/rpc/client.ts'
import { openSession, openSocket, servePage } from '../support/browser-host.ts'
import { canaryMeeting } from '../support/canaries.ts'
import { finished, openSotto } from '../support/sotto.ts'

/** One contract, every wire: the same checks in this process, over a page's MessagePort and WebSocket, and over the owner's socket. */
let opened: Awaited<ReturnType<typeof openSotto>>
const clients = new Map<string, Client>()
const endings: (() => unknown)[] = []
let address = ''

beforeAll(async () => {
  opened = await openSotto()
  clients.set('in process', opened.client)

  const { port1, port2 } = new MessageChannel()
  new RPCHandler(opened.sotto.router, { customJsonSerializers: wireSerializers }).upgrade(port1, { context: { mayReadFiles: false } })
  port1.start()
  clients.set('MessagePort', overPort(port2).client)
  port2.start()
  endings.push(() => port2.close())

  const host = await servePage(opened.sotto)
  const socket = await openSocket(host, '/rpc', await openSession(host))
  clients.set('WebSocket', overSocket(socket).client)
  endings.push(
    () => socket.close(),
    () => host.close(),
  )

  const folder = mkdtempSync(join(tmpdir(), 'sotto-socket-'))
  address = process.platform === 'win32' ? `\\\\.\\pipe\\sotto-test-${process.pid}` : join(folder, 'owner.sock')
  const server = await serveOwner(opened.sotto.router, address)
  const connection = await connectToOwner(address)
  clients.set('socket', connection.client)
  endings.push(
    () => connection.close(),
    () => server.close(),
    () => rmSync(folder, { recursive: true, force: true }),
  )
})
afterAll(async () => {
  for (const end of endings) await end()
  await opened.remove()
})

const codeOf = (thrown: unknown): unknown => (thrown instanceof ORPCError || (thrown instanceof Error && 'code' in thrown) ? thrown.code : thrown)

describe.each(['in process', 'MessagePort', 'WebSocket', 'socket'])('the contract %s', (wire) => {
  const client = (): Client => {
    const found = clients.get(wire)
    if (found === undefined) throw new Error('no such wire')
    return found
  }

  it('answers plain calls, defaults filled in', async () => {
    expect(await client().system.status({})).toMatchObject({ state: 'unlocked', version: 'test' })
    expect(Array.isArray(await client().notes.list({}))).toBe(true)
  })

  it('carries a file in and progress out', async () => {
    const { noteId } = await client().notes.import({
      file: new File([canaryMeeting(12)], 'Ünïcode name.vtt', { type: 'text/vtt' }), modifiedMs: 1_700_000_000_000,
      participants: ['Zoë'],
    })
    const states = await finished(client(), noteId)
    expect(states.at(-1)).toMatchObject({ kind: 'summarize', state: 'done', progress: 1, error: null })
    const note = await client().notes.show({ id: noteId })
    expect(note.date).toBe('2023-11-14T22:13:20.000Z')
    expect(note.segments).toHaveLength(12)
    await client().notes.delete({ id: noteId })
  })

  it('fails with the code and parameters that were declared', async () => {
    const attempt = client().notes.import({ file: new File(['WEBVTT\n\n00:01 --> x\nhi'], 'a.vtt'), participants: [] })
    const thrown = await attempt.then(
      () => null,
      (error: unknown) => error,
    )
    expect(codeOf(thrown)).toBe('BAD_TRANSCRIPT')
    expect(JSON.stringify(thrown)).toContain('3')
  })

  it('refuses what the schema does not allow', async () => {
    const thrown = await client()
      .notes.show({ id: 'zzz' })
      .then(
        () => null,
        (error: unknown) => error,
      )
    expect(thrown).not.toBeNull()
  })

  it('ends a watch when the caller goes away', async () => {
    const { noteId } = await client().notes.import({ file: new File([canaryMeeting(4)], 'a.vtt'), participants: [] })
    const abort = new AbortController()
    const watched = await client().jobs.watch({ noteId }, { signal: abort.signal })
    for await (const job of watched) {
      expect(job.noteId).toBe(noteId)
      break
    }
    abort.abort()
    await client().notes.delete({ id: noteId })
  })

  it('carries the audit log line by line', async () => {
    const lines = await Array.fromAsync(await client().audit.export({}))
    expect(lines.length).toBeGreaterThan(3)
    expect(lines[0]).toContain('sotto-audit')
  })
})

describe("the owner's socket", () => {
  it.runIf(process.platform !== 'win32')("is this user's alone", () => {
    expect(statSync(address).mode & 0o777).toBe(0o600)
  })

  it('says so when nobody listens', async () => {
    await expect(connectToOwner(`${address}-absent`)).rejects.toMatchObject({ code: 'STORE_IN_USE' })
  })
})
