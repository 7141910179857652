import { announce, type Urgency } from '../announcer/announcements.ts'

export interface ToastContent {
  /** What happened, as a fact: "Stand-up deleted." */
  readonly text: string
  /** What is spoken, where it should differ from what is shown. */
  readonly spoken?: string
  readonly tone?: 'plain' | 'good' | 'warning' | 'danger'
  readonly urgency?: Urgency
  readonly action?: { readonly label: string; readonly onAction: () => void }
  /** How long it stays; without end when it says something the person must see. */
  readonly staysMs?: number
  /** Called when its time is over or it was closed without the action. */
  readonly onGone?: () => void
}

export interface Toast extends ToastContent {
  readonly id: number
}

const STAYS_MS = 6_000
/** DESIGN-UI §4: a deleted thing can be had back for ten seconds. */
export const UNDO_STAYS_MS = 10_000

let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

const set = (next: readonly Toast[]): void => {
  toasts = next
  for (const listener of listeners) listener()
}

/** Shows a toast and says it through the status region. Returns a function that takes it away without calling onGone. */
export function showToast(content: ToastContent): () => void {
  const toast = { staysMs: content.action === undefined ? STAYS_MS : UNDO_STAYS_MS, ...content, id: ++lastId }
  announce(content.spoken ?? content.text, content.urgency ?? 'polite')
  set([...toasts, toast])
  return () => takeAway(toast.id)
}

/** Its time is over, or somebody closed it. */
export function dismissToast(id: number): void {
  const toast = toasts.find((other) => other.id === id)
  takeAway(id)
  toast?.onGone?.()
}

/** The action was chosen: onGone is not called. */
export function takeToastAction(id: number): void {
  const toast = toasts.find((other) => other.id === id)
  takeAway(id)
  toast?.action?.onAction()
}

/** On lock: all go at once, and what waited for them happens. */
export function dismissAllToasts(): void {
  for (const toast of toasts) dismissToast(toast.id)
}

function takeAway(id: number): void {
  set(toasts.filter((toast) => toast.id !== id))
}

export const toastStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  current: (): readonly Toast[] => toasts,
}
