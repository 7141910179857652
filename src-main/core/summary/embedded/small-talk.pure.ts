import { CuePattern } from './cue-pattern.pure.ts'
import type { Line } from './line.pure.ts'

const GREETS = new CuePattern(/ (?:good morning|good afternoon|good evening|hello everyone|hello everybody|hi everyone|hi everybody|welcome back|thanks (?:everyone|everybody|all|for (?:joining|coming|your time|having))|thank you (?:everyone|everybody|all|for (?:joining|coming|your time|having))|nice to (?:meet|see) you|have a (?:nice|good|great|lovely)|see you (?:next|tomorrow|later|then|soon|on|all)|bye|goodbye|good night|happy birthday|merry christmas|enjoy your|take care|bless you) /)
/** The machinery of a call: screens, microphones, who has arrived. */
const CALL = new CuePattern(/ (?:hear me|hear you|see my screen|see my slides|see the screen|share (?:my|your|the) screen|sharing (?:my|your|the) screen|on mute|unmute|muted|your (?:mic|microphone|camera)|is breaking up|you are frozen|everyone here|everybody here|waiting for|join us in a|start(?:ed)? the recording|is this recording) /)
/** Who is not there yet. */
const LATE = new CuePattern(/ (?:minutes? late|running late|joins? us (?:later|in a)|will be here (?:soon|shortly|in a)) /)
/** Asks about life outside work; what follows answers it. */
const SOCIAL = new CuePattern(/ (?:how (?:was|is|are|were) (?:your|the|you|everyone|everybody)(?: guys| all| doing| feeling)? (?:weekend|week end|holidays?|vacation|trip|evening|morning|day|christmas|break|kids|family|week|\?|today|doing)|how are you|how have you been|how is it going|what is up|did you have a (?:nice|good)|did you sleep|is it (?:raining|snowing|cold|hot|sunny)) /)
/** How long an answer to a social question may go on, in lines and in content stems a line. */
const REPLIES = 2
const CHAT_STEMS = 4

/** Lines that nobody would write down: greetings, goodbyes, the machinery of the call, and how the weekend was. */
export function smallTalk(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (const line of lines) {
    if (LATE.test(line)) found.add(line.index)
    else if (GREETS.test(line) || CALL.test(line)) {
      // "Thanks for joining, today we decide about the budget of the two new offices" has more to say.
      if (line.stems.length <= CHAT_STEMS + 1) found.add(line.index)
    } else if (SOCIAL.test(line) && line.stems.length <= CHAT_STEMS) {
      found.add(line.index)
      for (let next = line.index + 1; next <= line.index + REPLIES; next++) {
        const reply = lines[next]
        if (reply === undefined || reply.stems.length > CHAT_STEMS || reply.question) break
        found.add(next)
      }
    }
  }
  return found
}
