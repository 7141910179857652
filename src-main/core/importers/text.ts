import { findLabelledLines } from './labelled-lines.ts'
import { findNamedTurns } from './named-turns.ts'
import type { Parsed } from './parsed.ts'
import { readProse } from './prose.ts'
import { findStampedLines } from './stamped-lines.ts'
import { isBlank, type Line } from './tidy.ts'
import { isTimedTable, readTimedTable } from './timed-table.ts'
import { findTurnHeads } from './turn-headers.ts'

/**
 * Saved or pasted text. Each way of writing turns is looked for; the one that explains most lines reads the file, and
 * a way that explains next to nothing is a coincidence: then it is prose.
 */
export function readText(lines: readonly Line[]): Parsed {
  if (isTimedTable(lines)) return readTimedTable(lines)
  const filled = lines.filter((line) => !isBlank(line)).length
  const convinces = (count: number): boolean => count > 0 && (count >= 2 ? count >= filled * 0.03 : filled <= 6)
  const labelled = findLabelledLines(lines)
  if (labelled.isMeet && convinces(labelled.count)) return labelled.read()
  const heads = findTurnHeads(lines)
  const stamped = findStampedLines(lines)
  if (stamped.own) return stamped.read()
  // Clocks between labelled lines only tell the time (Meet without its header).
  const stamps = labelled.count > stamped.alone ? stamped.count - stamped.alone : stamped.count
  const named = findNamedTurns(lines)
  if (named.count > 1 && named.count > Math.max(heads.count, stamps, labelled.count)) return named.read()
  if (convinces(heads.count) && heads.count >= stamps && heads.count >= labelled.count) return heads.read()
  if (convinces(stamps) && stamps >= labelled.count) return stamped.read()
  if (convinces(labelled.count)) return labelled.read()
  return readProse(lines)
}
