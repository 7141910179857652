export { connectToOwner, type OwnerConnection } from './connect.ts'
export { lockCore, lockDirectory, type DirectoryLock } from './lock.ts'
export { serveOwner, type OwnerServer } from './serve.ts'
export { ownerAddress } from './socket-path.ts'
