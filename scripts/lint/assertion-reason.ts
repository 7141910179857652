import type { Context, NodeOf, Rule } from './rule-types.ts'

type Assertion = NodeOf<'TSAsExpression'> | NodeOf<'TSTypeAssertion'>

/**
 * A type assertion tells the compiler to stop checking, so whoever writes one says on the same line why it is right.
 * `as const` checks more, not less, and is free; so are `satisfies` and the `as` of an import, which are other nodes.
 */
export const assertionReason: Rule = {
  meta: { type: 'problem', docs: { description: 'a type assertion carries its reason in a comment on its line' } },
  create(context) {
    return {
      TSAsExpression: (node) => check(context, node),
      TSTypeAssertion: (node) => check(context, node),
    }
  },
}

function check(context: Context, node: Assertion): void {
  if (isConst(node.typeAnnotation)) return
  const first = context.sourceCode.getLocFromIndex(node.expression.end).line
  const last = node.loc.end.line
  const explained = context.sourceCode
    .getAllComments()
    .some((comment) => comment.loc.start.line >= first && comment.loc.start.line <= last && isReason(comment.value))
  if (!explained) {
    context.report({ node, message: 'A type assertion needs its reason in a comment on this line; better, parse the value or use "satisfies".' })
  }
}

/** A directive to a tool is not a reason, and neither is a word or two without content. */
function isReason(comment: string): boolean {
  const words = comment.trim()
  return words.length >= 8 && !words.startsWith('oxlint-') && !words.startsWith('@ts-') && !words.startsWith('eslint-')
}

function isConst(type: NodeOf<'TSAsExpression'>['typeAnnotation']): boolean {
  return type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'const'
}
