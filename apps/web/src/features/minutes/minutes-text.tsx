import type { ReactNode } from 'react'
import type { Block } from '../../editor/read-blocks'
import { TextBlocks } from '../../editor/text-blocks'

interface MinutesTextProps {
  blocks: readonly Block[]
  /** How a record named in the text is drawn. */
  action: (id: string) => ReactNode
  decision: (id: string) => ReactNode
}

/** Minutes for reading: plain elements, no editor. */
export function MinutesText({ blocks, action, decision }: MinutesTextProps) {
  return <TextBlocks blocks={blocks} record={(name, id) => (name === 'actionRef' ? action(id) : decision(id))} />
}
