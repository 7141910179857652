import type { OutgoingHttpHeaders } from 'node:http'
import { pagePolicy } from '../../core/page-policy.ts'

/** Headers of every answer, refusals included. @param authority host and port this server answers to */
export const securityHeaders = (authority: string): OutgoingHttpHeaders => ({
  'content-security-policy': pagePolicy(`'self' ws://${authority}`),
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'permissions-policy': 'microphone=(self), display-capture=(self), camera=(), geolocation=(), usb=(), serial=(), hid=()',
})
