export { checkEvidence, type Claim, type EvidenceResult, type MissingEvidence, type SpokenSegment } from './check.pure.ts'
