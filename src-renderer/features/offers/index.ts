export { OfferBar } from './offer-bar.tsx'
export { useTakenOffer } from './taken.ts'
