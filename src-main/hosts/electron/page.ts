/** Where the page stands: a scheme of our own, so that neither file: rights nor a port of the network are involved. */
export const SCHEME = 'app'
export const ORIGIN = 'app://sotto'
export const PAGE = `${ORIGIN}/`
/** The page that captures sound; nobody sees it. */
export const CAPTURE_PAGE = `${PAGE}capture.html`

/** Whether an address is the page itself; what stands behind its `#` is the page's own business. */
export const isPage = (url: string): boolean => url === PAGE || url.startsWith(`${PAGE}#`)

/** Whether something is part of the page: its files, and what it made in its own memory. */
export const isOwn = (url: string): boolean => url.startsWith(PAGE) || url.startsWith(`blob:${PAGE}`) || url.startsWith('data:')
