import { Component, type ReactNode } from 'react'
import { app } from '../copy/app.ts'
import { startAfresh } from '../rpc/index.ts'
import { Button, ErrorPanel } from '../ui/index.ts'

interface Props {
  readonly children: ReactNode
}

/** A bug in a screen shows as such, with a way on, instead of an empty window. What was thrown is not shown: it may quote a note. */
export class ErrorBoundary extends Component<Props, { isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true }
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children
    return (
      <ErrorPanel
        title={app.broken}
        meaning={app.brokenMeaning}
        action={
          <Button variant="primary" onPress={() => void startAfresh()}>
            {app.loadAfresh}
          </Button>
        }
      />
    )
  }
}
