import type { OutgoingHttpHeaders } from 'node:http'

interface Stop {
  readonly type: string
  readonly body: string
  readonly headers?: OutgoingHttpHeaders
}

/**
 * Where a page goes to come back in a process of its own, which loading it anew does not give it: Chromium puts documents of
 * different opener policies into different processes, and ends the one that shows nothing any more. So there is a document of
 * another policy on the way, that leads straight back. (A redirect with that policy is not enough; seen in Chromium 156.) What
 * stands behind the address's `#` goes with it.
 */
export const AFRESH: ReadonlyMap<string, Stop> = new Map<string, Stop>([
  [
    '/afresh',
    {
      type: 'text/html; charset=utf-8',
      body: '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Sotto, locked</title>\n<script src="/afresh.js"></script>\n</html>\n',
      headers: { 'cross-origin-opener-policy': 'unsafe-none' },
    },
  ],
  ['/afresh.js', { type: 'text/javascript; charset=utf-8', body: "location.replace('/' + location.hash)\n" }],
])
