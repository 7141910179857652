import type { Rule } from './rule-types.ts'

const REASON: Readonly<Record<string, string>> = {
  serialize: 'serialize() of an encrypted database returns it in plain text; use VACUUM INTO, which keeps the key.',
  backup: 'backup() does not work on an encrypted database and invites a plain copy; use VACUUM INTO, which keeps the key.',
}

/**
 * Keeps the two calls out of the code that would copy an encrypted database without its encryption. The rule goes by the
 * method's name, since a linter cannot see through every alias of a database; something else that has such a method says so
 * in a disable comment.
 */
export const noPlaintextCopy: Rule = {
  meta: { type: 'problem', docs: { description: 'no .serialize() or .backup() of a database' } },
  create(context) {
    return {
      MemberExpression(node) {
        const name = node.computed
          ? node.property.type === 'Literal' ? node.property.value : undefined
          : node.property.type === 'Identifier' ? node.property.name : undefined
        const reason = typeof name === 'string' && Object.hasOwn(REASON, name) ? REASON[name] : undefined
        if (reason !== undefined) context.report({ node, message: reason })
      },
      Property(node) {
        if (node.parent.type !== 'ObjectPattern' || node.key.type !== 'Identifier') return
        const reason = Object.hasOwn(REASON, node.key.name) ? REASON[node.key.name] : undefined
        if (reason !== undefined) context.report({ node, message: reason })
      },
    }
  },
}
