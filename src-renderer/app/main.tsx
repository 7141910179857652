import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../styles/index.css'
import { RecorderVoice } from '../features/recorder/index.ts'
import { RecorderProvider } from '../rpc/index.ts'
import { KitProvider } from '../ui/index.ts'
import { Boot } from './boot.tsx'
import { ErrorBoundary } from './error-boundary.tsx'

const root = document.querySelector('#root')
if (root === null) throw new Error('the page has no root')
createRoot(root).render(
  <StrictMode>
    <KitProvider>
      <ErrorBoundary>
        <RecorderProvider>
          <RecorderVoice />
          <Boot />
        </RecorderProvider>
      </ErrorBoundary>
    </KitProvider>
  </StrictMode>,
)
