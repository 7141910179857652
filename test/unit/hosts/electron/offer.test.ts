import { expect, it } from 'vitest'
import { control } from '../../../fakes/electron/control.ts'
import { createOfferSign } from '../../../../src-main/hosts/electron/offer.ts'

it('says outside the window that there is an offer, without a word of it, and shows the window when pressed', () => {
  let shown = 0
  let isSeen = true
  const say = createOfferSign({ show: () => (shown += 1), isSeen: () => isSeen })
  say('event')
  expect(control.notifications).toEqual([])
  isSeen = false
  say('event')
  expect(control.notifications.map(({ body }) => body)).toEqual(['A meeting of your calendar begins. Press here to record it.'])
  control.notifications[0]?.click()
  expect(shown).toBe(1)
})
