export { createOffers, type Offers } from './offers.ts'
export { openDismissed } from './dismissed.ts'
