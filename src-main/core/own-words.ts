import { implement } from '@orpc/server'
import { appContract } from '../../src-shared/contract/app.ts'
import type { AskEvent } from '../../src-shared/contract/ask.ts'
import type { Caller } from '../../src-shared/contract/base.ts'
import { crossing } from './crossing.ts'
import { progressOf } from './models/index.ts'
import type { Notebook } from './notebook/index.ts'

/** What a person writes down themselves, and what they ask their notes. `notebook` throws while the store is locked. */
export function serveOwnWords(notebook: () => Notebook) {
  const os = implement(appContract).$context<Caller>().use(crossing)
  return {
    asking: {
      question: os.asking.question.handler(({ input, signal }) => {
        const { ask } = notebook()
        return progressOf<AskEvent>((report, stop) => ask(input, stop, report), signal)
      }),
    },
    ownNotes: {
      read: os.ownNotes.read.handler(({ input }) => notebook().ownNotes(input.id, input.reveal)),
      save: os.ownNotes.save.handler(({ input }) => notebook().saveOwnNotes(input.id, input)),
    },
  }
}
