import { legacyNarrative, nodesOf, type OpenDocument } from '@camau/collab'
import type { XmlFragment } from 'yjs'
import { type Block, readBlocks } from '../../editor/read-blocks'
import { TextBlocks } from '../../editor/text-blocks'
import { useFragment } from '../../editor/use-fragment'
import { useWords } from '../../platform/words'
import { useAsReported } from './use-as-reported'
import { legacyWords } from './words'

/** The narrative for reading, letter by letter as others write it; no editor is loaded for it. */
export function NarrativeText({ doc, problem }: { doc: OpenDocument['doc']; problem: string }) {
  const said = useWords(legacyWords).narrative
  const blocks = useFragment(legacyNarrative(doc), blocksIn)
  const reported = useAsReported(doc, problem)
  if (blocks.length === 0) return <p className="quiet">{said.empty}</p>
  return (
    <div className="read" lang={reported ? 'en' : undefined}>
      <TextBlocks blocks={blocks} />
    </div>
  )
}

/** It stands under a heading of the page, so each of its own is a part of that. */
function blocksIn(fragment: XmlFragment): Block[] {
  return readBlocks({ content: nodesOf(fragment) }).map((block) =>
    block.kind === 'heading' ? { ...block, level: 3 } : block,
  )
}
