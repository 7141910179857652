export { acknowledgeRecovery, changePassphrase, createKeys, keysState, openWithPassphrase, openWithRecoveryWords, type OpenKeys } from './keys.ts'
export { aeadOpen, aeadSeal, keyPairFromSeed, openSealed, sealTo } from './seal.ts'
export { deriveKey, destroy, type KdfCost } from './secret.ts'
