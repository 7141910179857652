import { oc } from '@orpc/contract'
import { z } from 'zod'
import { catalogue, type ErrorCode } from '../errors/catalogue.ts'

type DeclaredErrors = { [Code in ErrorCode]: { data: (typeof catalogue)[Code]['params'] } }

/** Every code of the catalogue as a declared oRPC error whose data are the code's parameters. */
const entries = Object.entries(catalogue).map(([code, { params }]) => [code, { data: params }])
const declaredErrors = Object.fromEntries(entries) as DeclaredErrors // Object.fromEntries loses the keys; the mapped type states them

/** All contracts start here: a call may fail with every code of the catalogue, and with nothing else. */
export const base = oc.errors(declaredErrors)

/** What a host vouches for about whoever calls: a page is never told of files by their path. */
export interface Caller {
  readonly mayReadFiles: boolean
}

export const nothing = z.object({})
export const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'bytes')

/**
 * Bytes over every wire: a MessagePort keeps them, a WebSocket's JSON does not, so they travel as base64 on both.
 * `type` is oRPC's tag for custom values (its own end at 7).
 */
export const wireSerializers = [
  {
    type: 21,
    condition: (value: unknown): boolean => value instanceof Uint8Array,
    serialize: (bytes: Uint8Array): string => bytesToBase64(bytes),
    deserialize: (wire: unknown): Uint8Array => {
      if (typeof wire !== 'string') throw new TypeError('bytes must arrive as base64')
      return base64ToBytes(wire)
    },
  },
]

const CHUNK = 0x8000 // String.fromCharCode takes its arguments on the stack

function bytesToBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  return btoa(binary)
}

function base64ToBytes(base64: string): Uint8Array {
  const binary = atob(base64)
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at)
  return bytes
}
