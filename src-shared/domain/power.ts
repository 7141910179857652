import { z } from 'zod'

/** How this computer is powered, and whether it is so hot that it slows down by itself. `unknown`: it does not say. */
export const powerStateSchema = z.object({ supply: z.enum(['mains', 'battery', 'unknown']), isHot: z.boolean() })
export type PowerState = z.infer<typeof powerStateSchema>

export const UNKNOWN_POWER: PowerState = { supply: 'unknown', isHot: false }

/** What there is to spare, as one word; null: nothing. */
export const strainSchema = z.enum(['battery', 'heat']).nullable()
export type Strain = z.infer<typeof strainSchema>

export const strainOf = ({ supply, isHot }: PowerState): Strain => (isHot ? 'heat' : supply === 'battery' ? 'battery' : null)
