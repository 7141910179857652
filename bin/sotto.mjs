#!/usr/bin/env node
// The way in for a person: the guard first (imports are run in order, before this file's own code), then the command line,
// built where it has been built and from its sources otherwise.
import '../scripts/node-guard.mjs'

const { existsSync } = await import('node:fs')
const built = new URL('../out/src-main/cli/sotto.js', import.meta.url)
const source = new URL('../src-main/cli/sotto.ts', import.meta.url)

// A source newer than a forgotten build must not be shadowed by it, so a checkout always runs its sources.
await import(existsSync(source) ? source.href : built.href)
