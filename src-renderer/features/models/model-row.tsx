import { CircleCheck, Download } from 'lucide-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { ModelState } from '../../../src-shared/contract/models.ts'
import { messageOf } from '../../copy/failures.ts'
import { bytes } from '../../copy/amounts.ts'
import { models as copy } from '../../copy/models.ts'
import { useQueries, useSotto } from '../../rpc/index.ts'
import { Badge, Button, ConfirmDialog, Progress, Quiet, showToast } from '../../ui/index.ts'
import { familyOf } from './choose.ts'
import { usePulls } from './pulls.ts'
import { FailurePanel, showFailure } from '../failure/index.ts'
import styles from './models.module.css'

/** One speech model: what it is like, whether it is here, and getting, checking or removing it. */
export function ModelRow({ model, isUsed }: { model: ModelState; isUsed: boolean }): ReactNode {
  const pull = usePulls((state) => state.byName.get(model.name))
  const isPulling = pull !== undefined && pull.failure === null
  const character = copy.character[familyOf(model.name)]
  return (
    <li className={styles['row']}>
      <div className={styles['line']}>
        <div className={styles['what']}>
          <h3 className={styles['name']}>
            {model.name} <span className={styles['size']}>{bytes(model.bytes)}</span>
          </h3>
          <Quiet>{[character, copy.languages[model.languages], copy.licence(model.license)].filter(Boolean).join(' · ')}</Quiet>
          {(model.installed || isUsed) && (
            <p className={styles['badges']}>
              {model.installed &&
                (model.verified ? (
                  <Badge tone="good" icon={CircleCheck}>
                    {copy.verified}
                  </Badge>
                ) : (
                  <Badge tone="warning">{copy.unverified}</Badge>
                ))}
              {isUsed && <Badge tone="accent">{copy.inUse}</Badge>}
            </p>
          )}
          {!model.installed && !isPulling && model.partialBytes > 0 && (
            <Quiet>{copy.goOnFrom(model.partialBytes, model.bytes)}</Quiet>
          )}
        </div>
        {!isPulling && (model.installed ? <Here model={model} /> : <NotHere model={model} />)}
      </div>
      {isPulling && (
        <Progress
          label={copy.step[pull.progress?.step ?? 'checking']}
          isSpoken
          fraction={pull.progress === null ? undefined : pull.progress.bytes / pull.progress.totalBytes}
          detail={pull.progress === null ? undefined : copy.soFar(pull.progress.bytes, pull.progress.totalBytes)}
          actions={
            <Button variant="quiet" size="small" aria-label={copy.cancelOf(model.name)} onPress={() => usePulls.getState().cancel(model.name)}>
              {copy.cancel}
            </Button>
          }
        />
      )}
      {pull !== undefined && <FailurePanel title={copy.notGot(model.name)} error={pull.failure} headingLevel={3} />}
    </li>
  )
}

function NotHere({ model }: { model: ModelState }): ReactNode {
  const client = useSotto()
  const queries = useQueries()
  const cache = useQueryClient()
  const get = async (): Promise<void> => {
    await usePulls.getState().start(client, model.name)
    await cache.invalidateQueries({ queryKey: queries.models.key() })
  }
  return (
    <Button icon={Download} aria-label={copy.get(model.name)} onPress={() => void get()}>
      {model.partialBytes > 0 ? copy.goOn : copy.getShort}
    </Button>
  )
}

function Here({ model }: { model: ModelState }): ReactNode {
  const client = useSotto()
  const queries = useQueries()
  const cache = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const refresh = (): Promise<void> => cache.invalidateQueries({ queryKey: queries.models.key() })
  const verify = useMutation({
    mutationFn: () => client.models.verify({ name: model.name }),
    onSuccess: async (checks) => {
      const isGood = checks.every(({ ok }) => ok)
      showToast(isGood ? { text: copy.good(model.name), tone: 'good' } : { text: copy.bad(model.name), tone: 'danger', staysMs: Infinity })
      await refresh()
    },
    onError: showFailure,
  })
  const remove = useMutation({
    mutationFn: () => client.models.remove({ name: model.name }),
    onSuccess: async () => {
      setAsking(false)
      await refresh()
      showToast({ text: copy.removed(model.name) })
    },
  })
  return (
    <div className={styles['actions']}>
      <Button variant="quiet" aria-label={copy.verifyOf(model.name)} isPending={verify.isPending} onPress={() => verify.mutate()}>
        {copy.verify}
      </Button>
      <Button variant="quiet" aria-label={copy.removeOf(model.name)} onPress={() => setAsking(true)}>
        {copy.remove}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={copy.removeTitle(model.name)}
        confirmLabel={copy.remove}
        onConfirm={() => remove.mutate()}
        isDestructive
        isPending={remove.isPending}
        error={messageOf(remove.error)}
      >
        {copy.removeMeaning(bytes(model.bytes))}
      </ConfirmDialog>
    </div>
  )
}
