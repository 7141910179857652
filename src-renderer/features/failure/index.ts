/** How every screen shows what went wrong. */
export { FailurePanel, type FailurePanelProps } from './failure-panel.tsx'
export { showFailure } from './failure-toast.ts'
