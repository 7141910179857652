import { writeFileSync } from 'node:fs'

/**
 * A process that crashes leaves no copy of its memory on the disk: what it held would stand there in clear. On Linux this says that no
 * mapping belongs into a dump (core(5)); children inherit it. Elsewhere the system writes none unless somebody sets it up.
 */
export function withoutCoreDumps(): void {
  if (process.platform !== 'linux') return
  try {
    writeFileSync('/proc/self/coredump_filter', '0')
  } catch {
    // A system without /proc, or one that keeps it shut, also keeps this process from doing more.
  }
}
