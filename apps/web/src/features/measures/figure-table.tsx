import { may } from '@camau/domain'
import { useState } from 'react'
import { useCommand } from '../../platform/commands'
import { EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { FormDialog } from '../../ui/form-dialog'
import { EmptyState } from '../../ui/states'
import { Unset } from '../../ui/status'
import { type FigureWordsFragment, type MeasureRowFragment, PublishFigureDocument } from './measures.graphql'
import { signed } from './signed'
import { measureWords } from './words'
import '../../ui/register.css'

/** Every figure with what belongs to it: period, population, what must be known, source. What is hidden is said to be. */
export function FigureTable({ measure: { figures } }: { measure: MeasureRowFragment }) {
  const words = useWords(measureWords)
  const publishes = may(useViewer(), 'write', { space: 'publish' })
  const [publishing, setPublishing] = useState<FigureWordsFragment | null>(null)
  if (figures.length === 0) return <EmptyState title={words.noFigure} />
  return (
    <>
      <table className="register-table">
        <caption className="hidden">{words.figures}</caption>
        <thead>
          <tr>
            {[words.period, words.value, words.population, words.caveats, words.source].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={figure.id} id={figure.id}>
              <td>
                <Period figure={figure} />
              </td>
              <td data-head={words.value}>
                <Value figure={figure} />
                {publishes && !figure.published && (
                  <p>
                    <Button small aria-haspopup="dialog" onClick={() => setPublishing(figure)}>
                      {words.publish}
                    </Button>
                  </p>
                )}
              </td>
              <td data-head={words.population}>
                <EnglishContent text={figure.population} />
              </td>
              <td data-head={words.caveats}>
                {figure.caveats.map((one) => words.caveat[one]).join('; ')}
                {figure.note && (
                  <p className="meta">
                    <EnglishContent text={figure.note} />
                  </p>
                )}
              </td>
              <td data-head={words.source}>
                <span className="meta">
                  <EnglishContent text={figure.sourceLine} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {publishing && <PublishDialog figure={publishing} onClose={() => setPublishing(null)} />}
    </>
  )
}

function Period({ figure: { period, label, replaces } }: { figure: FigureWordsFragment }) {
  const words = useWords(measureWords)
  const dates = useDates()
  return (
    <>
      {period ? <EnglishContent text={dates.day(period)} /> : <Unset>{words.notStated}</Unset>}
      <p className="meta">
        <EnglishContent text={label} />
        {replaces && <> · {words.corrects}</>}
      </p>
    </>
  )
}

function Value({ figure: { value, unit, suppressed, groups, published } }: { figure: FigureWordsFragment }) {
  const words = useWords(measureWords)
  const said = (one: number | null) => (one === null ? words.hidden : signed(one))
  return (
    <>
      {value === null && !suppressed ? (
        <Unset>{words.notStated}</Unset>
      ) : (
        <b className="num">
          {said(value)} <EnglishContent text={unit} />
        </b>
      )}
      {groups.length > 0 && (
        <ul className="meta">
          {groups.map((one) => (
            <li key={one.group}>
              {words.group[one.group]}: <span className="num">{said(one.value)}</span>
            </li>
          ))}
        </ul>
      )}
      {suppressed && <p className="meta">{words.hiddenWhy}</p>}
      {!published && <p className="meta">{words.notPublished}</p>}
    </>
  )
}

function PublishDialog({ figure, onClose }: { figure: FigureWordsFragment; onClose: () => void }) {
  const words = useWords(measureWords)
  const command = useCommand(PublishFigureDocument, {
    what: { en: measureWords.en.publishQuestion, cy: measureWords.cy.publishQuestion },
  })
  return (
    <FormDialog
      title={words.publishQuestion}
      save={words.publish}
      done={words.published}
      command={command}
      asked={[]}
      send={() => command.run({ id: figure.id })}
      onClose={onClose}
    >
      <p>{words.publishText}</p>
    </FormDialog>
  )
}
