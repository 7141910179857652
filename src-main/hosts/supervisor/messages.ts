import { z } from 'zod'
import { powerStateSchema } from '../../../src-shared/domain/power.ts'

/**
 * What the supervisor and its core say to each other. Nothing of this is content: a page's calls and files go to the core
 * over a connection of its own, which is handed to it whole.
 */

/** What the core is started with. */
export const settingsSchema = z.object({
  dir: z.string(),
  version: z.string(),
  ollamaHost: z.string(),
  speechModel: z.string().optional(),
})
export type CoreSettings = z.infer<typeof settingsSchema>

export const orderSchema = z.discriminatedUnion('order', [
  /** Open the door of the store as soon as the core before has ended. */
  z.object({ order: z.literal('begin'), settings: settingsSchema, isAfterCrash: z.boolean() }),
  /** How the computer is powered, where the host is told. */
  z.object({ order: z.literal('power'), power: powerStateSchema }),
  /** Lock, and end if there is anything to forget. */
  z.object({ order: z.literal('lock') }),
  /** Close everything and end, because the host does. */
  z.object({ order: z.literal('end') }),
])
export type Order = z.infer<typeof orderSchema>

export const reportSchema = z.discriminatedUnion('report', [
  z.object({ report: z.literal('ready') }),
  /** Closing has begun; the process ends after it. */
  z.object({ report: z.literal('locking') }),
  /** Told to lock, but it has nothing to forget. */
  z.object({ report: z.literal('clean') }),
  /** There is something to offer; what it is stays in the core. */
  z.object({ report: z.literal('offer'), kind: z.enum(['event', 'microphone']) }),
  /** It could not begin. */
  z.object({ report: z.literal('failed'), code: z.string(), data: z.unknown() }),
])
export type Report = z.infer<typeof reportSchema>

/** The two kinds of connection that a page has: one for the contract, one for each file. */
export type Channel = 'rpc' | 'files'
