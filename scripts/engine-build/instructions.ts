import { spawnSync } from 'node:child_process'

/** A build with AVX2 names the 256-bit registers tens of thousands of times, one without hardly ever. */
const LEAST_YMM = 1000

/**
 * Disassembles a native file and counts the lines that name 256-bit (ymm, AVX) and 512-bit (zmm, AVX-512) registers.
 * @throws Error if it is not what may be shipped: without AVX it is ten times too slow, with AVX-512 it dies on most processors
 */
export function checkInstructions(file: string): { ymm: number; zmm: number } {
  const { stdout, status } = spawnSync('objdump', ['-d', '--no-show-raw-insn', file], { encoding: 'latin1', maxBuffer: 1 << 30 })
  if (status !== 0) throw new Error('objdump could not read the addon')
  let ymm = 0
  let zmm = 0
  for (const line of stdout.split('\n')) {
    if (line.includes('%ymm')) ymm++
    if (line.includes('%zmm')) zmm++
  }
  if (ymm <= LEAST_YMM) throw new Error(`the addon has ${ymm} lines with ymm registers: it was built without AVX2`)
  if (zmm > 0) throw new Error(`the addon has ${zmm} lines with zmm registers: AVX-512 leaked in`)
  return { ymm, zmm }
}
