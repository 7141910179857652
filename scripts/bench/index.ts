import '../node-guard.mjs'
import { benchCapture } from './capture.ts'
import { benchLive } from './live.ts'
import { benchLiveMemory } from './live-memory.ts'
import { benchRedact } from './redact.ts'
import { benchSpeech } from './speech.ts'
import { benchSpeechMemory } from './speech-memory.ts'
import { benchSpine } from './spine.ts'
import { benchSummary } from './summary.ts'
import { benchWindow } from './window.ts'

/** `npm run bench [-- NAME… --quick]`: ratios within one run on this machine; never pass or fail. `--quick`: less of it, for a first look. */
const benches: Record<string, (options: { quick: boolean }) => Promise<void>> = {
  spine: benchSpine,
  speech: benchSpeech,
  'speech-memory': benchSpeechMemory,
  summary: benchSummary,
  window: benchWindow,
  capture: benchCapture,
  live: benchLive,
  'live-memory': benchLiveMemory,
  redact: benchRedact,
}
const said = process.argv.slice(2)
const quick = said.includes('--quick')
const wanted = said.filter((word) => !word.startsWith('--'))
for (const name of wanted.length > 0 ? wanted : Object.keys(benches)) {
  const bench = benches[name]
  if (bench === undefined) {
    console.error(`There is no bench "${name}". There are: ${Object.keys(benches).join(', ')}.`)
    process.exit(2)
  }
  console.log(`\n${name} · Node ${process.version} · ${process.platform} ${process.arch}`)
  await bench({ quick })
}
