import type { Context, NodeOf, Rule } from './rule-types.ts'

const MAX_COLUMNS = 160
const LONG_TEXT = 40
const UNBREAKABLE: ReadonlySet<string> = new Set(['String', 'Template', 'RegularExpression'])

/**
 * The few habits of layout that a reader would notice: no semicolon at the end of a line, single quotes, no tabs, nothing
 * after the last character of a line, lines that fit a screen. The rest is left to whoever writes the code: a formatter
 * would also undo tables that were aligned by hand, and cost one more tool.
 */
export const houseStyle: Rule = {
  meta: { type: 'layout', docs: { description: 'no line-ending semicolons, single quotes, no stray white space' } },
  create(context) {
    return {
      Program(node) {
        checkSemicolons(context, node)
        checkLines(context, node)
      },
      Literal(node) {
        if (node.raw?.startsWith('"') === true && !node.raw.includes("'") && node.parent.type !== 'JSXAttribute') {
          context.report({ node, message: 'Strings stand in single quotes, unless they contain one.' })
        }
      },
    }
  },
}

function checkSemicolons(context: Context, program: NodeOf<'Program'>): void {
  const tokens = context.sourceCode.getTokens(program)
  tokens.forEach((token, at) => {
    if (token.type !== 'Punctuator' || token.value !== ';') return
    const before = tokens[at - 1]
    const after = tokens[at + 1]
    const endsLine = after === undefined || after.loc.start.line > token.loc.end.line
    // A semicolon that opens a line guards the bracket behind it; one that stands alone is an empty statement.
    const opensLine = before === undefined || before.loc.end.line < token.loc.start.line
    if (endsLine && !opensLine) context.report({ node: token, message: 'No semicolon at the end of a line.' })
  })
}

function checkLines(context: Context, program: NodeOf<'Program'>): void {
  const { inTemplate, withLongText } = textLines(context, program)
  context.sourceCode.lines.forEach((text, index) => {
    const line = index + 1
    const report = (column: number, message: string): void =>
      context.report({ loc: { start: { line, column }, end: { line, column: text.length } }, message })
    if (text.length > MAX_COLUMNS && !withLongText.has(line)) {
      report(MAX_COLUMNS, `A line has at most ${MAX_COLUMNS} columns; this one has ${text.length}.`)
    }
    if (inTemplate.has(line)) return
    const tab = text.indexOf('\t')
    if (tab !== -1) report(tab, 'Two spaces, no tabs.')
    if (text !== text.trimEnd()) report(text.trimEnd().length, 'White space at the end of the line.')
  })
  const end = context.sourceCode.text
  if (end !== '' && !end.endsWith('\n')) {
    const line = context.sourceCode.lines.length
    const column = context.sourceCode.lines.at(-1)?.length ?? 0
    context.report({ loc: { start: { line, column }, end: { line, column } }, message: 'A file ends with a line break.' })
  }
}

/** Numbers of the lines inside template literals, whose white space is content, and of those with a sentence or pattern that cannot be broken. */
function textLines(context: Context, program: NodeOf<'Program'>): { inTemplate: ReadonlySet<number>; withLongText: ReadonlySet<number> } {
  const inTemplate = new Set<number>()
  const withLongText = new Set<number>()
  for (const token of context.sourceCode.getTokens(program)) {
    if (token.type === 'Template') for (let line = token.loc.start.line; line <= token.loc.end.line; line++) inTemplate.add(line)
    if (UNBREAKABLE.has(token.type) && token.value.length > LONG_TEXT) withLongText.add(token.loc.start.line)
  }
  return { inTemplate, withLongText }
}
