import '../node-guard.mjs'

/** `npm run eval -- pii|meetings|ask|evidence|readable --sets DIR`: the scorer's tables over annotated sets, which are not part of this repository. */
const evaluations: Record<string, () => Promise<unknown>> = {
  pii: () => import('./pii.ts'),
  meetings: () => import('./meetings.ts'),
  ask: () => import('./ask.ts'),
  evidence: () => import('./evidence.ts'),
  readable: () => import('./readable.ts'),
}
const [name = '', ...rest] = process.argv.slice(2)
const evaluation = evaluations[name]
if (evaluation === undefined) {
  console.error(`usage: npm run eval -- ${Object.keys(evaluations).join('|')} --sets DIR`)
  process.exit(2)
}
process.argv.splice(2, Infinity, ...rest) // each reads its own options
await evaluation()
