import type { Rule } from './rule-types.ts'
import { assertionReason } from './assertion-reason.ts'
import { houseStyle } from './house-style.ts'
import { noPlaintextCopy } from './no-plaintext-copy.ts'

/**
 * Our own rules, run by oxlint beside its built-in ones (`.oxlintrc.json`, "jsPlugins"). oxlint calls this way of adding
 * rules alpha; its version is pinned and test/unit/lint shows every rule still bites, so an upgrade cannot silence one.
 */
const plugin: { meta: { name: string }; rules: Record<string, Rule> } = {
  meta: { name: 'house' },
  rules: { 'assertion-reason': assertionReason, 'no-plaintext-copy': noPlaintextCopy, style: houseStyle },
}

export default plugin
