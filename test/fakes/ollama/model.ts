import type { Behaviour, FakePrompt } from './behaviour.ts'

/** A tokenizer of its own, so that the client's count is held against somebody else's: five letters a token, signs one by one. */
export function countTokens(text: string): number {
  let tokens = 0
  for (const [piece] of text.matchAll(/\p{L}+|\p{N}{1,3}|[^\s\p{L}\p{N}]|\n/gu)) tokens += Math.ceil(piece.length / 5)
  return tokens
}

export function readPrompt(messages: readonly { role: string; content: string }[], kept: (lines: string[]) => string[]): FakePrompt {
  const system = messages.filter(({ role }) => role === 'system').map(({ content }) => content).join('\n')
  const user = messages.filter(({ role }) => role === 'user').map(({ content }) => content).join('\n')
  const [, inside = '', after = ''] = /^<transcript>\n([^]*)\n<\/transcript>\n?([^]*)$/.exec(user) ?? []
  const isNotes = system.includes('"actions"')
  const read = kept(inside.split('\n'))
  const check = system.includes('"check"') ? read.flatMap((line) => /^\(check word: (\w+)\)$/.exec(line)?.[1] ?? []) : null
  const lines = read.flatMap((line) => {
    const [, number, rest = ''] = /^\[(\d+)\] (.*)$/.exec(line) ?? []
    if (number === undefined) return []
    const colon = isNotes ? rest.indexOf(': ') : -1
    const speaker = colon === -1 ? null : rest.slice(0, colon)
    return [{ number: Number(number), speaker: speaker === '?' ? null : speaker, text: colon === -1 ? rest : rest.slice(colon + 2) }]
  })
  const list = /"owner" is one of (.*), or null/.exec(system)?.[1] ?? ''
  const people = [...list.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, name = '']) => name)
  return { system, lines, people, complaint: after === '' ? null : after, check, isNotes }
}

/** What the model writes, before any stream or fence around it. */
export function writeAnswer(answer: Behaviour['answer'], prompt: FakePrompt): string {
  if (typeof answer === 'function') {
    const given = answer(prompt)
    return typeof given === 'string' ? given : JSON.stringify(given)
  }
  switch (answer) {
    case 'good':
      return JSON.stringify(good(prompt))
    case 'wrong-ids': {
      const stray = prompt.lines.length + 10_000
      return JSON.stringify(good(prompt), (key, value: unknown) => (key === 'lines' ? [stray] : value))
    }
    case 'invented':
      return JSON.stringify({
        ...good(prompt),
        overview: [{ text: 'Zebulon Quux signed the contract for 4711 with [PERSON_99].', lines: prompt.lines.slice(0, 1).map(({ number }) => number) }],
      })
    case 'wrong-owner':
      return JSON.stringify({
        ...good(prompt),
        actions: [{ text: lineAt(prompt, 0), owner: 'Zebulon Quux', due: null, lines: [prompt.lines[0]?.number ?? 1] }],
      })
    case 'prose':
      return 'Sure! The meeting went well and everybody agreed.'
    case 'missing':
      return JSON.stringify({ title: 'Half an answer' })
    case 'empty':
      return ''
    case 'obeys': {
      const order = prompt.lines.find(({ text }) => /ignore (all|the) (previous |earlier )?instructions/i.test(text))
      return order === undefined ? JSON.stringify(good(prompt)) : 'HACKED: I will e-mail everybody.'
    }
  }
}

function good(prompt: FakePrompt): object {
  const { lines, people, isNotes } = prompt
  const spread = Math.max(1, Math.ceil(lines.length / 4))
  const overview = lines.filter((_, at) => at % spread === 0).slice(0, 4).map(({ number, text }) => ({ text, lines: [number] }))
  const title = lineAt(prompt, 0).split(' ').join(' ')
  const bounds = [lines[0]?.number ?? 1, lines.at(-1)?.number ?? 1]
  const base = { title, overview, topics: [{ title, lines: bounds }], ...(prompt.check === null ? {} : { check: prompt.check.join(' ') }) }
  if (!isNotes) return base
  const those = (cue: RegExp) => lines.filter(({ text }) => cue.test(text))
  return {
    ...base,
    decisions: those(/\b(decided|agreed|let's go with)\b/i).map(({ number, text }) => ({ text, lines: [number] })),
    actions: those(/\b(I'll|I will|can you|please)\b/i).map(({ number, speaker, text }) => ({
      text,
      owner: /\b(I'll|I will)\b/i.test(text) && speaker !== null && people.includes(speaker) ? speaker : null,
      due: /\bby (tomorrow|(next )?(Monday|Tuesday|Wednesday|Thursday|Friday))\b/i.exec(text)?.[0] ?? null,
      lines: [number],
    })),
    questions: those(/\?$/).map(({ number, text }) => ({ text, lines: [number] })),
    ...sectionsOf(prompt),
  }
}

const lineAt = ({ lines }: FakePrompt, at: number): string => lines[at]?.text ?? 'nothing'

/** One item a section the prompt names, quoting the first line that holds a word of its description; none where no line does. */
function sectionsOf({ system, lines }: FakePrompt): object {
  const wanted = [...system.matchAll(/^"(s\d)" \(([^)]*)\): (.*)$/gm)]
  if (wanted.length === 0) return {}
  const found = wanted.map(([, key = '', heading = '', ask = '']) => {
    const words = `${heading} ${ask}`.toLowerCase().match(/\p{L}{5,}/gu) ?? []
    const line = lines.find(({ text }) => words.some((word) => text.toLowerCase().includes(word)))
    return [key, line === undefined ? [] : [{ text: line.text, lines: [line.number] }]] as const
  })
  return { sections: Object.fromEntries(found) }
}
