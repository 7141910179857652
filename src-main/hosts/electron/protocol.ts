import { protocol, type Session } from 'electron'
import { readPage, type PageFile } from '../../core/page-files.ts'
import { pagePolicy } from '../../core/page-policy.ts'
import { PAGE, SCHEME } from './page.ts'

const HEADERS = {
  // It speaks over ports; there is nothing it would connect to.
  'content-security-policy': pagePolicy("'none'"),
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
}

/** Must be called before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }])
}

/** Answers `app://sotto/…` from the built page, which is read now; no request becomes a path. */
export function servePage(session: Session, dir: string): void {
  const page = readPage(dir)
  session.protocol.handle(SCHEME, ({ method, url }) => {
    const file = method === 'GET' && url.startsWith(PAGE) ? page.get(url.slice(PAGE.length - 1)) : undefined
    return answer(file)
  })
}

const answer = (file: PageFile | undefined): Response =>
  file === undefined
    ? new Response(null, { status: 404, headers: HEADERS })
    : new Response(file.body, { headers: { ...HEADERS, 'content-type': file.type } })
