import { create } from 'zustand'
import { failedWith, toFailure, type Failure } from '../../../src-shared/errors/failure.ts'
import { library } from '../../copy/library.ts'
import { handOver } from '../../rpc/index.ts'
import { announce } from '../../ui/index.ts'

/** A file on its way in. Only the window knows of it: what the app has taken is a note with jobs. */
export interface Incoming {
  readonly key: number
  readonly name: string
  readonly state: 'waiting' | 'reading' | 'failed' | 'cancelled'
  /** 0 to 1: how much of the file the app has taken. */
  readonly taken: number
  readonly failure?: Failure
}

interface Imports {
  readonly incoming: readonly Incoming[]
  /** Counts the files that became notes, so that lists know when to look again. */
  readonly imported: number
  /** What is to be said of files that came in, but not whole. */
  readonly cutOff: readonly string[]
}

export const useImports = create<Imports>(() => ({ incoming: [], imported: 0, cutOff: [] }))

interface Held {
  readonly file: File
  readonly abort: AbortController
}

const held = new Map<number, Held>()
let lastKey = 0
let isRunning = false

const change = (key: number, to: Partial<Incoming>): void =>
  useImports.setState(({ incoming }) => ({ incoming: incoming.map((one) => (one.key === key ? { ...one, ...to } : one)) }))

/** Takes files in one after the other; one that fails holds up no other. */
export function importFiles(files: readonly File[]): void {
  const added = files.map((file): Incoming => {
    const key = ++lastKey
    held.set(key, { file, abort: new AbortController() })
    return { key, name: file.name, state: 'waiting', taken: 0 }
  })
  useImports.setState(({ incoming }) => ({ incoming: [...incoming, ...added] }))
  void run()
}

async function run(): Promise<void> {
  if (isRunning) return
  isRunning = true
  for (let next = firstWaiting(); next !== undefined; next = firstWaiting()) await takeIn(next)
  isRunning = false
}

const firstWaiting = (): number | undefined => useImports.getState().incoming.find(({ state }) => state === 'waiting')?.key

async function takeIn(key: number): Promise<void> {
  const one = held.get(key)
  if (one === undefined) return dismissImport(key)
  change(key, { state: 'reading' })
  const { file, abort } = one
  const onTaken = (bytes: number): void => change(key, { taken: file.size === 0 ? 1 : Math.min(1, bytes / file.size) })
  try {
    const { isTruncated } = await handOver(file, {}, { signal: abort.signal, onTaken })
    useImports.setState(({ imported, cutOff }) => ({ imported: imported + 1, cutOff: isTruncated ? [...cutOff, file.name] : cutOff }))
    dismissImport(key)
    announce(library.imports.imported(file.name))
  } catch (thrown) {
    if (failedWith(thrown, 'CANCELLED')) return change(key, { state: 'cancelled' })
    change(key, { state: 'failed', failure: toFailure(thrown) })
    announce(library.imports.failed(file.name), 'assertive')
  }
}

/** Stops a file, whether it has begun or not. */
export function cancelImport(key: number): void {
  held.get(key)?.abort.abort()
  const one = useImports.getState().incoming.find((other) => other.key === key)
  if (one?.state === 'waiting') change(key, { state: 'cancelled' })
}

export function retryImport(key: number): void {
  const one = held.get(key)
  if (one === undefined) return
  dismissImport(key)
  importFiles([one.file])
}

export function dismissImport(key: number): void {
  held.delete(key)
  useImports.setState(({ incoming }) => ({ incoming: incoming.filter((one) => one.key !== key) }))
}

export function dismissCutOff(name: string): void {
  useImports.setState(({ cutOff }) => ({ cutOff: cutOff.filter((other) => other !== name) }))
}
