/** The members of something of Electron's that its double has. */
export type Known<T> = Partial<Record<keyof T, unknown>>

/** Asked by the test runner and by `await` of anything; no part of Electron. */
const ASKED_BY_OTHERS: ReadonlySet<string> = new Set(['then', 'toJSON', 'asymmetricMatch', 'nodeType', 'constructor', '__esModule'])

/** An object that has what is written down for it and nothing else: reading or writing anything more is an error. */
export function strict<T extends object>(name: string, members: T): T {
  const known = (property: string | symbol): boolean => typeof property === 'symbol' || property in members || ASKED_BY_OTHERS.has(property)
  return new Proxy(members, {
    get(target, property, receiver) {
      if (!known(property)) throw new Error(`The double of electron has no ${name}.${String(property)}.`)
      return Reflect.get(target, property, receiver) as unknown // whatever it is, it was written down
    },
    set(_, property) {
      throw new Error(`Nobody may set ${name}.${String(property)}.`)
    },
  })
}

type Listener = (...args: never[]) => void

/** Listeners for the named events, and a way for the test to call them. */
export function emitter(name: string, events: readonly string[]) {
  const listeners = new Map<string, Listener[]>(events.map((event) => [event, []]))
  const of = (event: string): Listener[] => {
    const found = listeners.get(event)
    if (found === undefined) throw new Error(`The double of electron knows no event "${event}" of ${name}.`)
    return found
  }
  return {
    on: (event: string, listener: Listener): void => void of(event).push(listener),
    once: (event: string, listener: Listener): void => {
      const first: Listener = (...args) => {
        const all = of(event)
        all.splice(all.indexOf(first), 1)
        listener(...args)
      }
      of(event).push(first)
    },
    emit: (event: string, ...args: unknown[]): void => {
      for (const listener of of(event).slice()) listener(...(args as never[])) // the test says what the event brings
    },
  }
}

/** An event that can be prevented, and whether it was. */
export function preventable<T extends object>(about: T) {
  let isPrevented = false
  return { ...about, preventDefault: () => void (isPrevented = true), isPrevented: () => isPrevented }
}
