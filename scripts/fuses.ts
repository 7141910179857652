// Sets the switches in an Electron binary that packaging ships, then reads them back: node scripts/fuses.ts <binary>
import './node-guard.mjs'
import { flipFuses, FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses'

const FUSES = {
  // The speech engine is a process of its own, which Electron starts as plain Node (docs/decisions/0019).
  [FuseV1Options.RunAsNode]: true,
  [FuseV1Options.EnableCookieEncryption]: true,
  // Nobody looks into the app, or puts code into it, by how it is started.
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  // The app is its archive, and the archive is what was signed.
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
}

const binary = process.argv[2]
if (binary === undefined) throw new Error('Say which Electron binary: node scripts/fuses.ts <binary>')
await flipFuses(binary, { version: FuseVersion.V1, strictlyRequireAllFuses: true, resetAdHocDarwinSignature: process.platform === 'darwin', ...FUSES })

const wire = await getCurrentFuseWire(binary)
for (const [fuse, isOn] of Object.entries(FUSES)) {
  const state = Object.entries(wire).find(([name]) => name === fuse)?.[1]
  if (state !== (isOn ? FuseState.ENABLE : FuseState.DISABLE)) throw new Error(`Fuse ${fuse} is not as it should be.`)
}
console.log(`All ${Object.keys(FUSES).length} fuses are set.`)
