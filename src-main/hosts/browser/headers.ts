import type { OutgoingHttpHeaders } from 'node:http'

/** What the page may load and reach: its own files and this server, nothing inline, nothing from elsewhere. */
const policyOf = (authority: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self' blob:",
    "worker-src 'self'",
    `connect-src 'self' ws://${authority}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** Headers of every answer, refusals included. @param authority host and port this server answers to */
export const securityHeaders = (authority: string): OutgoingHttpHeaders => ({
  'content-security-policy': policyOf(authority),
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'permissions-policy': 'microphone=(self), display-capture=(self), camera=(), geolocation=(), usb=(), serial=(), hid=()',
})
