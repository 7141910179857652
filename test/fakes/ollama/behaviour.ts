/** How a fake model server behaves. Everything is off by default: a quick server with a good model. */
export interface Behaviour {
  /**
   * What the model writes. `good`: notes made from the lines it was given. `wrong-ids`: numbers of no line. `invented`: names,
   * tokens and figures that nobody said. `wrong-owner`: an owner who is not in the list. `prose`: no JSON. `missing`: JSON
   * without most fields. `obeys`: does what a line of the transcript tells it to. A function writes the answer itself.
   */
  answer: 'good' | 'wrong-ids' | 'invented' | 'wrong-owner' | 'prose' | 'missing' | 'empty' | 'obeys' | ((prompt: FakePrompt) => unknown)
  /** For how many chat calls the misbehaviour lasts; after that the server behaves well. */
  times: number
  /** Between words. */
  wordDelayMs: number
  /** Stops writing in the middle, as when `num_predict` is used up. */
  cut: boolean
  /** An error object in the middle of a stream that began with 200. */
  failsMidway: string | null
  /** A line in the stream that is no JSON. */
  garbage: boolean
  /** Closes the connection. */
  hangsUp: 'before' | 'midway' | null
  /** Goes silent and keeps the connection. */
  stalls: 'before' | 'midway' | null
  /** A prompt over the window: `refuse` answers 400, `silent` reads only a part of it and says so nowhere but in its count. */
  overflow: 'refuse' | 'silent'
  /** The window that is really used, whatever is asked for (an old server, another endpoint's default). */
  window: number | null
  /** Tokens counted for each of ours; above 1 for a tokenizer that needs more than we expect. */
  tokenFactor: number
  /** Fields answered with an error, in the words of servers that do not take them. */
  refuses: readonly ('think' | 'format')[]
  /** Answers every chat with this status, and these words. */
  status: number | null
  says: string
  /** Writes what it thinks before the answer: in a field of its own where `apart`, else among the words. */
  thinks: 'apart' | 'aloud' | null
  /** Writes the answer into a fence with words around it, whatever form was asked for. */
  fenced: boolean
  /** Leaves out check words it is asked for, as small models may. */
  skipsCheck: boolean
  /** Reported, not waited for. */
  loadMs: number
  /** The answer says it came from elsewhere, although the model's description did not. */
  answersFromCloud: boolean
}

export const GOOD: Behaviour = {
  answer: 'good', times: Infinity, wordDelayMs: 0, cut: false, failsMidway: null, garbage: false, hangsUp: null, stalls: null,
  overflow: 'refuse', window: null, tokenFactor: 1, refuses: [], status: null, says: 'server busy, please try again.  maximum pending requests exceeded', thinks: null, fenced: false, skipsCheck: false, loadMs: 0, answersFromCloud: false,
}

export interface FakeModel {
  readonly name: string
  readonly sizeBytes?: number
  readonly digest?: string
  readonly contextLength?: number
  readonly capabilities?: readonly string[]
  /** Set for a model that the server only passes on. */
  readonly remoteHost?: string
}

/** A prompt as the fake model reads it. */
export interface FakePrompt {
  readonly system: string
  readonly lines: readonly { readonly number: number; readonly speaker: string | null; readonly text: string }[]
  /** The owners the schema, or the instructions, allow. */
  readonly people: readonly string[]
  /** What a second try says about the first. */
  readonly complaint: string | null
  /** Check words it has read, where it is asked for them. */
  readonly check: readonly string[] | null
  /** Notes of a part or a whole (true), or the merging of notes. */
  readonly isNotes: boolean
}
