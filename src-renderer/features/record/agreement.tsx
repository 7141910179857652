import { Copy } from 'lucide-react'
import type { ReactNode } from 'react'
import { record } from '../../copy/record.ts'
import { Button, Check, showToast } from '../../ui/index.ts'
import styles from './record.module.css'

const copy = record.agreement

interface AgreementStepProps {
  hasAgreed: boolean
  onChange: (hasAgreed: boolean) => void
  isRequired: boolean
  /** What everyone is asked with. */
  words: string
}

/** Whether everyone agrees, and the words to ask them with. */
export function AgreementStep({ hasAgreed, onChange, isRequired, words }: AgreementStepProps): ReactNode {
  const copyNotice = (): void => {
    navigator.clipboard.writeText(words).then(
      () => showToast({ text: copy.copied, tone: 'good' }),
      () => showToast({ text: copy.notCopied, tone: 'warning' }),
    )
  }
  return (
    <div className={styles['agreement']}>
      <Check label={copy.label} isChecked={hasAgreed} onChange={onChange} description={isRequired ? `${copy.required} ${copy.meaning}` : copy.meaning} />
      <div className={styles['notice']}>
        <p className={styles['quiet']}>{copy.notice}</p>
        <p className={styles['noticeWords']}>{words}</p>
        <Button size="small" icon={Copy} onPress={copyNotice}>
          {copy.copy}
        </Button>
      </div>
    </div>
  )
}
