import type { Browser, Page } from 'playwright-core'
import { z } from 'zod'

/** Chromium's trace events (the Trace Event Format), as far as they tell what a page's main thread did. Times in µs. */
const traceSchema = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      ph: z.string(),
      pid: z.number(),
      tid: z.number(),
      ts: z.number(),
      dur: z.number().optional(),
      tdur: z.number().optional(),
      args: z.record(z.string(), z.unknown()).optional(),
    }),
  ),
})
type TraceEvent = z.infer<typeof traceSchema>['traceEvents'][number]

export interface MainThreadTask {
  readonly ms: number
  /** Of these, how long the thread was at work; the rest it waited for a processor. */
  readonly cpuMs: number
  /** What took most of it: Chromium's names of the longest pieces within. */
  readonly doing: string
}

const TASK = 'ThreadControllerImpl::RunTask'
/** The same once more, under the name that other tools look for. */
const TASK_AGAIN = 'RunTask'

/** What Chromium noted while something was done in a page. */
export async function traced(browser: Browser, page: Page, act: () => Promise<void>): Promise<TraceEvent[]> {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8'] })
  await act()
  return traceSchema.parse(JSON.parse((await browser.stopTracing()).toString())).traceEvents
}

/** Every task of the renderers' main threads, the most laborious first. */
export function tasksIn(events: readonly TraceEvent[]): MainThreadTask[] {
  const mains = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args?.['name'] === 'CrRendererMain').map(({ pid, tid }) => `${pid}:${tid}`),
  )
  const onMain = events.filter(({ ph, pid, tid }) => ph === 'X' && mains.has(`${pid}:${tid}`))
  return onMain
    .filter(({ name }) => name === TASK)
    .sort((a, b) => (b.tdur ?? 0) - (a.tdur ?? 0))
    .map((task) => ({ ms: (task.dur ?? 0) / 1000, cpuMs: (task.tdur ?? 0) / 1000, doing: piecesOf(task, onMain) }))
}

function piecesOf(task: TraceEvent, events: readonly TraceEvent[]): string {
  const [from, to] = [task.ts, task.ts + (task.dur ?? 0)]
  return events
    .filter(
      ({ name, pid, tid, ts, dur = 0 }) =>
        pid === task.pid && tid === task.tid && name !== TASK && name !== TASK_AGAIN && ts >= from && ts + dur <= to,
    )
    .sort((a, b) => (b.tdur ?? 0) - (a.tdur ?? 0))
    .slice(0, 6)
    .map(({ name, tdur = 0 }) => `${name} ${(tdur / 1000).toFixed(0)}`)
    .join(', ')
}
