import { RotateCcw, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { explainHere } from '../../copy/failures.ts'
import { library } from '../../copy/library.ts'
import { hrefOf } from '../../rpc/index.ts'
import { Banner, Button, IconButton, Link, Progress } from '../../ui/index.ts'
import { cancelImport, dismissCutOff, dismissImport, retryImport, useImports, type Incoming } from './imports.ts'
import styles from './import-list.module.css'

const copy = library.imports

/** Files on their way in, and those that did not make it: each with what it needs. */
export function ImportList(): ReactNode {
  const incoming = useImports((imports) => imports.incoming)
  const cutOff = useImports((imports) => imports.cutOff)
  if (incoming.length === 0 && cutOff.length === 0) return null
  return (
    <section className={styles['imports']} aria-label={copy.title}>
      {cutOff.map((name) => (
        <Banner key={name} tone="warning" title={copy.truncated(name)} onClose={() => dismissCutOff(name)} />
      ))}
      {incoming.map((one) => (
        <Row key={one.key} one={one} />
      ))}
    </section>
  )
}

function Row({ one }: { one: Incoming }): ReactNode {
  const { key, name, state, taken, failure } = one
  if (state === 'failed' && failure !== undefined) {
    const { message, fix, offersModels } = explainHere(failure)
    return (
      <Banner
        tone="danger"
        title={copy.failed(name)}
        onClose={() => dismissImport(key)}
        actions={
          <Button size="small" icon={RotateCcw} onPress={() => retryImport(key)}>
            {copy.again}
          </Button>
        }
      >
        {message} {fix} {offersModels && <Link href={hrefOf({ screen: 'models' })}>{copy.models}</Link>}
      </Banner>
    )
  }
  if (state === 'cancelled') {
    return (
      <Banner
        title={name}
        onClose={() => dismissImport(key)}
        actions={
          <Button size="small" icon={RotateCcw} onPress={() => retryImport(key)}>
            {copy.again}
          </Button>
        }
      >
        {copy.cancelled}
      </Banner>
    )
  }
  const stage = state === 'waiting' ? copy.waiting : taken === 1 ? copy.finishing : copy.reading
  return (
    <div className={styles['row']}>
      <Progress
        label={`${stage}: ${name}`}
        fraction={state === 'waiting' ? 0 : taken === 1 ? undefined : taken}
        actions={<IconButton glyph={X} label={copy.cancel(name)} size="small" onPress={() => cancelImport(key)} />}
        isSpoken
      />
    </div>
  )
}
