import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../../../src-renderer/styles/index.css'
import { KitProvider } from '../../../src-renderer/ui/index.ts'
import { Gallery } from './gallery.tsx'

const root = document.querySelector('#root')
if (root === null) throw new Error('The page has no root.')
createRoot(root).render(
  <StrictMode>
    <KitProvider locale="en-GB" platform="linux">
      <Gallery />
    </KitProvider>
  </StrictMode>,
)
