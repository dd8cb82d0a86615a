import { voteChoices, whyNotProcedureStep } from '@camau/domain'
import { announce } from '../../platform/announce'
import { useCommand } from '../../platform/commands'
import { graphqlName } from '../../platform/enums'
import { useRefusalWords } from '../../platform/refused'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { heldProcedure } from './held-procedure'
import { CastVoteDocument, type ProcedureLineFragment } from './procedures.graphql'
import { words } from './words'

/** For those who may vote, until the time is over. */
export function CastVote({ procedure, now }: { procedure: ProcedureLineFragment; now: Date }) {
  const said = useWords(words)
  const refusal = useRefusalWords()
  const viewer = useViewer()
  const command = useCommand(CastVoteDocument, { what: { en: words.en.yourVote, cy: words.cy.yourVote } })
  if (whyNotProcedureStep(viewer, heldProcedure(procedure), 'vote', now)) return null
  const mine = procedure.votes.find(({ person }) => person.id === viewer.personId)?.choice
  const vote = async (choice: (typeof voteChoices)[number]) => {
    const { state } = await command.run({ id: procedure.id, choice: graphqlName(choice) })
    if (state === 'done') announce(said.cast)
  }
  return (
    <section aria-labelledby="your-vote">
      <h2 id="your-vote">{said.yourVote}</h2>
      {command.refused && <p className="s-late flag">{refusal(command.refused.code)}</p>}
      <div className="row">
        {voteChoices.map((choice) => (
          <Button
            key={choice}
            weight={mine === graphqlName(choice) ? 'go' : 'plain'}
            aria-pressed={mine === graphqlName(choice)}
            busy={command.busy}
            onClick={() => vote(choice)}
          >
            {said.choices[choice]}
          </Button>
        ))}
      </div>
      <p className="meta">{said.changeable}</p>
    </section>
  )
}
