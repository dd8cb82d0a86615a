import { Component, type ReactNode } from 'react'
import { type Trouble, troubleOf } from './platform/trouble'
import { ErrorState } from './ui/states'

interface Props {
  /** Going elsewhere is a new start. */
  path: string
  children: ReactNode
}

/** A page that fails, or whose chunk does not arrive, leaves the rest of the product standing. */
export class PageBoundary extends Component<Props, { trouble: Trouble | null }> {
  override state: { trouble: Trouble | null } = { trouble: null }

  static getDerivedStateFromError(error: unknown) {
    return { trouble: troubleOf(error) }
  }

  override componentDidUpdate(before: Props) {
    if (this.state.trouble && before.path !== this.props.path) this.setState({ trouble: null })
  }

  override render() {
    const { trouble } = this.state
    if (!trouble) return this.props.children
    return (
      <main id="content" tabIndex={-1} className="sheet pad">
        <ErrorState trouble={trouble} onRetry={() => location.reload()} />
      </main>
    )
  }
}
