import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { announce, announcements, silence } from '../../../src-renderer/ui/announcer/announcements.ts'
import { keysText, spokenKeys } from '../../../src-renderer/ui/kbd/keys.ts'
import { dismissAllToasts, dismissToast, showToast, takeToastAction, toastStore } from '../../../src-renderer/ui/toast/toasts.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] })
})
afterEach(() => {
  dismissAllToasts()
  silence()
  vi.useRealTimers()
})

const polite = (): string => announcements.current().polite

describe('what is announced', () => {
  it('changes the region each time it is said, so that the same sentence is heard again', () => {
    announce('Saved')
    const first = polite()
    vi.advanceTimersByTime(5_000)
    announce('Saved')
    expect(polite()).not.toBe(first)
    expect(polite().trim()).toBe('Saved')
  })

  it('is said once when many things say it at the same time', () => {
    const heard: string[] = []
    const stop = announcements.subscribe(() => heard.push(polite()))
    for (let row = 0; row < 5; row++) announce('Deleted')
    stop()
    expect(heard).toEqual(['Deleted'])
  })

  it('keeps what must be acted on apart, and forgets all on lock', () => {
    announce('The microphone was unplugged', 'assertive')
    expect(announcements.current()).toMatchObject({ polite: '', assertive: 'The microphone was unplugged' })
    silence()
    expect(announcements.current()).toMatchObject({ polite: '', assertive: '' })
  })
})

describe('a toast with Undo', () => {
  const deleted = () => {
    const undo = vi.fn<() => void>()
    const erase = vi.fn<() => void>()
    showToast({ text: 'Stand-up deleted', action: { label: 'Undo', onAction: undo }, onGone: erase })
    const id = toastStore.current().at(-1)?.id ?? 0
    return { id, undo, erase }
  }

  it('undoes and does not erase', () => {
    const { id, undo, erase } = deleted()
    takeToastAction(id)
    expect([undo.mock.calls.length, erase.mock.calls.length]).toEqual([1, 0])
    expect(toastStore.current()).toEqual([])
  })

  it('erases when its time is over, once, however often it is told', () => {
    const { id, undo, erase } = deleted()
    dismissToast(id)
    dismissToast(id)
    takeToastAction(id)
    expect([undo.mock.calls.length, erase.mock.calls.length]).toEqual([0, 1])
  })

  it('stays ten seconds, an ordinary one six; both say themselves', () => {
    deleted()
    showToast({ text: 'Saved' })
    expect(toastStore.current().map(({ staysMs }) => staysMs)).toEqual([10_000, 6_000])
    expect(polite()).toBe('Saved')
  })

  it('is settled on lock', () => {
    const first = deleted()
    const second = deleted()
    dismissAllToasts()
    expect([first.erase.mock.calls.length, second.erase.mock.calls.length]).toEqual([1, 1])
  })
})

describe('keys', () => {
  it('are written and said as the platform does', () => {
    const keys = ['mod', 'shift', 'r']
    expect([keysText('mac', keys), keysText('windows', keys)]).toEqual(['⌘⇧R', 'Ctrl+Shift+R'])
    expect(spokenKeys('mac', keys)).toBe('Command Shift R')
  })
})
