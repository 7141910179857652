import '../node-guard.mjs'
import { benchSpine } from './spine.ts'

/** `npm run bench [-- NAME…]`: ratios within one run on this machine; never pass or fail. */
const benches: Record<string, () => Promise<void>> = { spine: benchSpine }
const wanted = process.argv.slice(2).filter((name) => name !== '--')
for (const name of wanted.length > 0 ? wanted : Object.keys(benches)) {
  const bench = benches[name]
  if (bench === undefined) {
    console.error(`There is no bench "${name}". There are: ${Object.keys(benches).join(', ')}.`)
    process.exit(2)
  }
  console.log(`\n${name} · Node ${process.version} · ${process.platform} ${process.arch}`)
  await bench()
}
