import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'

/** How annotated meetings and hand-written cases lie on disk. References are never shown to the engine. */
export const segmentSchema = z.object({ speaker: z.string().nullish(), start: z.number().optional(), end: z.number().optional(), text: z.string() })
export type GivenSegment = z.infer<typeof segmentSchema>

const meetingSchema = z.looseObject({
  id: z.string(), source: z.string(), participants: z.array(z.string()), segments: z.array(segmentSchema),
  reference: z.looseObject({ actionItems: z.array(z.looseObject({ segments: z.array(z.number()) })).optional() }).optional(),
})
export type AnnotatedMeeting = z.infer<typeof meetingSchema>

const caseSchema = z.object({
  id: z.string(), kind: z.enum(['action', 'decision', 'none']), now: z.string(), participants: z.array(z.string()), segments: z.array(segmentSchema),
  expect: z.object({ owner: z.array(z.string()).nullable(), due: z.union([z.array(z.string().nullable()), z.null()]), contains: z.string().optional() }),
})
export type HandCase = z.infer<typeof caseSchema>

export type Part = 'dev' | 'train'

export function readMeetings(sets: string, part: Part): AnnotatedMeeting[] {
  const folder = join(sets, part)
  const texts = readdirSync(folder).sort().flatMap((name) => {
    const bytes = readFileSync(join(folder, name))
    return name.endsWith('.gz') ? linesIn(gunzipSync(bytes).toString('utf8')) : [bytes.toString('utf8')]
  })
  return texts.map((text) => meetingSchema.parse(JSON.parse(text)))
}

/** One case a line. */
export const readCases = (file: string): HandCase[] => linesIn(readFileSync(file, 'utf8')).map((line) => caseSchema.parse(JSON.parse(line)))

const linesIn = (text: string): string[] => text.split('\n').filter((line) => line !== '')
