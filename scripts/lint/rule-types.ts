import type { RuleTester } from 'oxlint/plugins-dev'

/** oxlint exports its rule tester but not the types of a rule by name; these are read off the tester. */
export type Rule = Extract<Parameters<RuleTester['run']>[1], { create: unknown }>
export type Context = Parameters<Rule['create']>[0]
type Visitor = Exclude<ReturnType<Rule['create']>, undefined | null | void>
export type NodeOf<Kind extends keyof Visitor> = Parameters<Extract<Visitor[Kind], (node: never) => unknown>>[0]
