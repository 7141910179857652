import type { Line } from './line.pure.ts'

let slots = 0

/** For what several steps ask of a line: worked out once, kept with the line, and gone with it. */
export function onceALine<Value>(judge: (line: Line) => Value): (line: Line) => Value {
  const slot = slots++
  return (line) => {
    const before = line.known[slot]
    if (before !== undefined) return before as Value // nobody else writes to the slot
    const value = judge(line)
    line.known[slot] = value
    return value
  }
}
