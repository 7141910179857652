import { createRoot } from 'react-dom/client'
import '../styles/index.css'
import { capture as copy } from '../copy/capture.ts'
import { openSound } from '../rpc/capture-way.ts'
import { KitProvider } from '../ui/index.ts'
import { Capture } from './capture.ts'
import { CapturePage, Sheet } from './capture-page.tsx'

/** Where the page that captures sound begins: in a tab beside the app, or in a window that nobody sees. */
const place = document.querySelector('#root')
if (place === null) throw new Error('the page has no root')
const root = createRoot(place)
const show = (what: React.ReactNode): void => root.render(<KitProvider>{what}</KitProvider>)

show(<Sheet title={copy.connecting} />)
const opening = openSound().then((wire) => new Capture(wire))
// In Electron the main process asks for it, as a person's click would: src-main/hosts/electron/capture-window.ts.
addEventListener('sotto:share', () => void opening.then((capture) => capture.share()).catch(() => undefined)) // below is said why
opening.then(
  (capture) => show(<CapturePage capture={capture} />),
  () => show(<Sheet {...copy.unreachable} />),
)
