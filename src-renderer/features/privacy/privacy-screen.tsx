import type { ReactNode } from 'react'
import { privacy as copy } from '../../copy/privacy.ts'
import { AuditTrail } from './audit-trail.tsx'
import { Ledger } from './ledger.tsx'
import { Places } from './places.tsx'
import styles from './privacy.module.css'

/** What left, what was done, and where everything is: from records, with the means to check them. */
export function PrivacyScreen(): ReactNode {
  return (
    <div className={styles['page']}>
      <h1 className={styles['title']} tabIndex={-1}>
        {copy.title}
      </h1>
      <Ledger />
      <AuditTrail />
      <Places />
    </div>
  )
}
