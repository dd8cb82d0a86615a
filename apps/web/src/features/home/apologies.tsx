import { announce } from '../../platform/announce'
import { useCommand } from '../../platform/commands'
import { useRefusalWords } from '../../platform/refused'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { type HomeQuery, SendApologiesFromHomeDocument, WithdrawApologiesFromHomeDocument } from './home.graphql'
import { homeWords } from './words'

/** One press to say that one will not come; another takes it back. Who comes instead is said on the meeting's own page. */
export function Apologies({ meeting: { id, attendance } }: { meeting: HomeQuery['meetings'][number] }) {
  const words = useWords(homeWords)
  const refusal = useRefusalWords()
  const { personId } = useViewer()
  const sent = attendance.some(({ person, state }) => person.id === personId && state === 'APOLOGIES')
  const name = sent ? 'comeAfterAll' : 'apologies'
  const what = { en: homeWords.en[name], cy: homeWords.cy[name] }
  const send = useCommand(SendApologiesFromHomeDocument, { what })
  const withdraw = useCommand(WithdrawApologiesFromHomeDocument, { what })
  const { run, busy, refused } = sent ? withdraw : send
  const take = async () => {
    if ((await run({ id })).state !== 'refused') announce(sent ? words.coming : words.apologiesSent)
  }
  return (
    <>
      <Button busy={busy} onClick={take}>
        {words[name]}
      </Button>
      {refused && <span className="s-late flag">{refusal(refused.code)}</span>}
    </>
  )
}
