import type { ReactNode } from 'react'
import type { Block } from '../../editor/read-blocks'
import { TextBlocks } from '../../editor/text-blocks'

interface MinutesTextProps {
  blocks: readonly Block[]
  /** How a record named in the text is drawn. */
  action: (id: string) => ReactNode
  decision: (id: string) => ReactNode
  /** What stands below a numbered passage. */
  below?: ((number: string) => ReactNode) | undefined
}

/** Minutes for reading: plain elements, no editor. */
export function MinutesText({ blocks, action, decision, below }: MinutesTextProps) {
  const record = (name: string, id: string) => (name === 'actionRef' ? action(id) : decision(id))
  return <TextBlocks blocks={blocks} record={record} {...(below && { below })} />
}
