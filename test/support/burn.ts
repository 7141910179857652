import { spawn } from 'node:child_process'

/** Processes that do nothing but keep a processor busy. @returns ends them */
export function burn(count: number): () => void {
  const busy = Array.from({ length: count }, () => spawn(process.execPath, ['-e', 'for (;;) Math.sqrt(Math.random())'], { stdio: 'ignore' }))
  return () => busy.forEach((child) => child.kill())
}
