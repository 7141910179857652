export { genesisHead, nextEntry, type AuditHead } from './chain.ts'
export { createDevice, openDevice, type Device } from './device.ts'
export { exportLog, verifyExport } from './export.ts'
export { signCheckpoint, verifyChain } from './verify.ts'
