import { buildStories } from './build.ts'
import { serveStories } from './serve.ts'

/** `npm run stories [port]`: every part of the kit in every state, on one page on loopback. */
const port = Number(process.argv[2] ?? 6007)
const { url } = await serveStories(await buildStories(), port)
process.stdout.write(`Stories: ${url}\n`)
