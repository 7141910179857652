export { NewPassphrase, useNewPassphrase } from './new-passphrase.tsx'
export { Onboarding } from './onboarding.tsx'
export { RecoveryReminder } from './recovery-reminder.tsx'
export { RecoveryWords } from './recovery-words.tsx'
