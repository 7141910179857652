import { randomBytes } from 'node:crypto'
import type { TextWorker } from '../pipeline/index.ts'
import { promptToken } from '../summary/ollama/index.ts'
import type { ModelQuestion } from './ask.ts'

/**
 * A question as a model may read it: people the notes know by their tokens, everything else personal hidden as in a transcript. Nothing
 * of it is stored, its tokens included.
 */
export async function questionWithoutNames({ question, names, passages }: ModelQuestion, text: TextWorker): Promise<string> {
  const places = new Map(passages.map(({ noteId }, at) => [noteId, at]))
  const called = new Map(
    names.flatMap(({ word, tokens }): [string, string][] => {
      const inPrompt = tokens.flatMap(({ noteId, token }) => {
        const at = places.get(noteId)
        return at === undefined ? [] : [promptToken(at, token)]
      })
      return inPrompt.length === 0 ? [] : [[word, [...new Set(inPrompt)].join(' / ')]]
    }),
  )
  const pieces = question.normalize('NFC').split(/([\p{L}\p{M}\p{N}'’-]+)/u)
  const told = pieces.map((piece) => called.get(piece.toLowerCase().replaceAll('’', "'").replace(/'s$/, '')) ?? null)
  // Between what is known by name, runs of other words are looked at whole.
  const runs: { text: string; isName: boolean }[] = []
  pieces.forEach((piece, at) => {
    const name = told[at] ?? null
    const last = runs.at(-1)
    if (name !== null) {
      const before = runs.at(-2)
      // "Alice Schmidt" is one person, not two.
      if (last?.isName === false && last.text.trim() === '' && before?.isName === true && before.text === name) runs.pop()
      else runs.push({ text: name, isName: true })
    } else if (last?.isName === false) last.text += piece
    else runs.push({ text: piece, isName: false })
  })
  const plain = runs.filter(({ isName }) => !isName).map((run) => run.text)
  const { tail } = await text.run(
    (worker) => worker.redactTail({ tail: plain, provisional: null, participants: [], language: null, indexKey: randomBytes(32), index: [] }),
    {},
  )
  let next = 0
  return runs.map((run) => (run.isName ? run.text : (tail[next++] ?? ''))).join('')
}
