import { whyNotLink } from '@camau/domain'
import { announce } from '../../platform/announce'
import { useCommand } from '../../platform/commands'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { RefusedLine } from '../../ui/refused-line'
import { type DependencyRowFragment, RemoveDependencyDocument } from './dependencies.graphql'
import { bodyOf } from './held-link'
import { dependencyWords } from './words'

/** Only links set here are taken away by hand; what the documents state stays. */
export function RemoveDependencyButton({ row }: { row: DependencyRowFragment }) {
  const words = useWords(dependencyWords)
  const viewer = useViewer()
  const remove = useCommand(RemoveDependencyDocument, { what: { en: 'Remove a dependency', cy: 'Tynnu dibyniaeth' } })
  if (row.basis !== 'SET' || whyNotLink(viewer, bodyOf(row.dependent), bodyOf(row.dependsOn))) return null
  return (
    <>
      <Button
        weight="bare"
        small
        busy={remove.busy}
        onClick={async () => (await remove.run({ id: row.id })).state === 'done' && announce(words.removed)}
        aria-label={words.removeThis(row.text)}
      >
        {words.remove}
      </Button>
      <RefusedLine refused={remove.refused} />
    </>
  )
}
