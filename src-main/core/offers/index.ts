export { createOffers, type Offers } from './offers.ts'
