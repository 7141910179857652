export {
  acknowledgeRecovery,
  changePassphrase,
  createKeys,
  keysState,
  openWithPassphrase,
  openWithRecoveryWords,
  recordingPublicKeyOf,
  renewRecoveryWords,
  type KeyDeps,
} from './keys.ts'
export type { OpenKeys } from './open-keys.ts'
export { aeadOpen, aeadSeal, keyPairFromSeed, openSealed, sealTo } from './seal.ts'
export { deriveKey, destroy, type KdfCost } from './secret.ts'
