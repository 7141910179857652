/** Neighbouring lines are one place: a chip for each line would say the same several times. */
export function places(lines: readonly number[]): number[][] {
  const runs: number[][] = []
  for (const line of [...lines].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last !== undefined && line - (last.at(-1) ?? line) <= 1) last.push(line)
    else runs.push([line])
  }
  return runs
}
