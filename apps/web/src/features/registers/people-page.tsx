import { Link } from 'wouter'
import { Content } from '../../platform/content'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { ExampleMark } from '../../ui/example-mark'
import { Register } from '../../ui/register'
import { PeopleDocument } from './registers.graphql'
import { SourceCite } from './source-cite'
import { registerWords } from './words'

/** People the documents name, and the demonstration's people by their office. */
export function PeoplePage() {
  const words = useWords(registerWords)
  const { data, trouble, retry } = useRecords(PeopleDocument)
  return (
    <Register
      words={words.people}
      rows={data?.people ?? null}
      trouble={trouble}
      onRetry={retry}
      text={({ name, offices }) => [name, ...offices.flatMap(({ title }) => [title.en, title.cy])].join(' ')}
      columns={[
        {
          head: words.name,
          cell: ({ name, example }) => (
            <>
              {name} {example && <ExampleMark />}
            </>
          ),
        },
        {
          head: words.offices,
          cell: ({ offices }) => (
            <ul>
              {offices.map(({ id, title, body, inForce }) => (
                <li key={id}>
                  <Link href={`/bodies/${body.id}`} className="plain">
                    <Content text={title} />
                  </Link>
                  {!inForce && <span className="faint"> · {words.past}</span>}
                </li>
              ))}
            </ul>
          ),
        },
        { head: words.source, cell: ({ source }) => <SourceCite source={source} /> },
      ]}
    />
  )
}
