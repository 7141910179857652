import { MessageChannel } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Failure } from '../../src-shared/errors/failure.ts'
import { PIECE_BYTES, WINDOW_BYTES, type ByteWire } from '../../src-shared/wire/byte-stream.ts'
import { receiveBytes, type TakeBytes } from '../../src-shared/wire/receive-bytes.ts'
import { sendBytes } from '../../src-shared/wire/send-bytes.ts'
import type { BrowserHost } from '../../src-main/hosts/browser/server.ts'
import { portWire, socketWire } from '../../src-renderer/rpc/wires.ts'
import { openSession, openSocket, servePage } from '../support/browser-host.ts'
import { openSotto } from '../support/sotto.ts'

/** The binary channel over both of its wires: the one of the browser host through its own server, with a real socket. */
let opened: Awaited<ReturnType<typeof openSotto>>
let host: BrowserHost
let session = ''
let take: TakeBytes = async () => null

beforeAll(async () => {
  opened = await openSotto()
  host = await servePage(opened.sotto, { takeFile: (...given) => take(...given) })
  session = await openSession(host)
})
afterAll(async () => {
  await host.close()
  await opened.remove()
})

const wires: Record<string, () => Promise<ByteWire>> = {
  WebSocket: async () => socketWire(await openSocket(host, '/files', session)),
  MessagePort: async () => {
    const { port1, port2 } = new MessageChannel()
    receiveBytes(portWire(port1), (...given) => take(...given))
    return portWire(port2)
  },
}

async function* pieces(count: number, size = PIECE_BYTES): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < count; at++) yield new Uint8Array(size).fill(at)
}

/** A promise and the way to settle it. */
const signal = () => Promise.withResolvers<void>()

describe.each(Object.keys(wires))('the binary channel over a %s', (name) => {
  const connect = (): Promise<ByteWire> => {
    const found = wires[name]
    if (found === undefined) throw new Error('no such wire')
    return found()
  }

  it('brings every byte in order, and an answer back', async () => {
    take = async (stream, meta) => {
      const arrived = await Array.fromAsync(stream)
      return { meta, bytes: arrived.reduce((sum, piece) => sum + piece.length, 0), first: arrived.map((piece) => piece[0]) }
    }
    const taken: number[] = []
    const answer = await sendBytes(await connect(), pieces(20), { fileName: 'Ünïcode.wav' }, { onTaken: (bytes) => taken.push(bytes) })
    expect(answer).toEqual({ meta: { fileName: 'Ünïcode.wav' }, bytes: 20 * PIECE_BYTES, first: Array.from({ length: 20 }, (_, at) => at) })
    expect(taken.at(-1)).toBe(20 * PIECE_BYTES)
  })

  it('carries nothing at all, and pieces of one byte', async () => {
    take = async (stream) => (await Array.fromAsync(stream)).length
    expect(await sendBytes(await connect(), pieces(0), {})).toBe(0)
    expect(await sendBytes(await connect(), pieces(50, 1), {})).toBe(50)
  })

  it('sends no more than the other side has room for', async () => {
    const go = signal()
    let sent = 0
    take = async (stream) => {
      await go.promise
      return (await Array.fromAsync(stream)).length
    }
    async function* counted(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
      for await (const piece of pieces(40)) {
        yield piece
        sent += piece.length // it was sent when the next one is asked for
      }
    }
    const wire = await connect()
    const answer = sendBytes(wire, counted(), {})
    await expect.poll(() => sent).toBe(WINDOW_BYTES)
    await new Promise((resolve) => setImmediate(resolve))
    expect(sent).toBe(WINDOW_BYTES)
    go.resolve()
    expect(await answer).toBe(40)
  })

  it('brings a failure back as what it was, and a bug as one', async () => {
    take = async (stream) => {
      for await (const _ of stream) throw new Failure('BAD_AUDIO', { format: 'WAV', reason: 'damaged' })
    }
    await expect(sendBytes(await connect(), pieces(40), {})).rejects.toMatchObject({ code: 'BAD_AUDIO', params: { reason: 'damaged' } })
    take = async () => {
      throw new TypeError('secret words')
    }
    await expect(sendBytes(await connect(), pieces(1), {})).rejects.toMatchObject({ code: 'INTERNAL', params: {} })
  })

  it('ends on both sides when the sender cancels', async () => {
    const abort = new AbortController()
    const ended = signal()
    take = async (stream, _, stop) => {
      stop.addEventListener('abort', () => ended.resolve())
      for await (const _ of stream) abort.abort()
    }
    await expect(sendBytes(await connect(), pieces(40), {}, { signal: abort.signal })).rejects.toMatchObject({ code: 'CANCELLED' })
    await ended.promise
  })

  it('breaks off with a sender that breaks the rules', async () => {
    const broken: ((wire: ByteWire) => void)[] = [
      (wire) => wire.send(new Uint8Array(1)), // before it began
      (wire) => wire.send('not JSON'),
      (wire) => wire.send('{"end":true}'),
      (wire) => {
        wire.send('{"begin":1}')
        wire.send('{"begin":2}')
      },
      (wire) => {
        wire.send('{"begin":{}}')
        for (let at = 0; at <= WINDOW_BYTES / PIECE_BYTES; at++) wire.send(new Uint8Array(PIECE_BYTES)) // more than was asked for
      },
    ]
    for (const misbehave of broken) {
      take = (_, __, stop) => new Promise((resolve) => stop.addEventListener('abort', () => resolve(null)))
      const wire = await connect()
      const closed = new Promise<void>((resolve) => wire.onClose(resolve))
      wire.onMessage(() => undefined)
      misbehave(wire)
      await closed
    }
  })
})
