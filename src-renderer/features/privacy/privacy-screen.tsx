import type { ReactNode } from 'react'
import { privacy as copy } from '../../copy/privacy.ts'
import { AuditTrail } from './audit-trail.tsx'
import { Ledger } from './ledger.tsx'
import { Places } from './places.tsx'
import { Page } from '../../ui/index.ts'

/** What left, what was done, and where everything is: from records, with the means to check them. */
export function PrivacyScreen(): ReactNode {
  return (
    <Page title={copy.title}>
      <Ledger />
      <AuditTrail />
      <Places />
    </Page>
  )
}
