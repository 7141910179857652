import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeWhole } from './write-whole.ts'

const FREE_TRIES = 3
const LONGEST_WAIT_S = 60

const schema = z.object({ count: z.number().int().nonnegative(), notBefore: z.number() })

const pathOf = (dir: string): string => join(dir, 'unlock-attempts.json')

function read(dir: string): z.infer<typeof schema> {
  try {
    return schema.parse(JSON.parse(readFileSync(pathOf(dir), 'utf8')))
  } catch {
    return { count: 0, notBefore: 0 } // absent, or tampered with: whoever can write here can also copy the store and guess elsewhere
  }
}

/** Seconds until the next try is allowed; a clock set back does not lock anybody out for longer than the longest wait. */
export function secondsToWait(dir: string, now: number): number {
  const { notBefore } = read(dir)
  return Math.min(LONGEST_WAIT_S, Math.max(0, Math.ceil((notBefore - now) / 1000)))
}

/**
 * Counts a try as wrong. Called before it is made, so that one ended by killing the app counts too; a right one
 * clears the count.
 * @returns seconds until the next try: 0 three times, then 1, 2, 4 … 60
 */
export function countTry(dir: string, now: number): number {
  const count = read(dir).count + 1
  const waitSeconds = count <= FREE_TRIES ? 0 : Math.min(LONGEST_WAIT_S, 2 ** (count - FREE_TRIES - 1))
  try {
    writeWhole(pathOf(dir), JSON.stringify({ count, notBefore: now + waitSeconds * 1000 }))
  } catch {
    return waitSeconds // a full disk must not keep its owner from unlocking and making room
  }
  return waitSeconds
}

export const clearAttempts = (dir: string): void => rmSync(pathOf(dir), { force: true })
