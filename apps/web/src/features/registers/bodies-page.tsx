import { Link } from 'wouter'
import { Content } from '../../platform/content'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { ExampleMark } from '../../ui/example-mark'
import { Register } from '../../ui/register'
import { BodyNames } from './body-names'
import { AllBodiesDocument } from './registers.graphql'
import { SourceCite } from './source-cite'
import { SourceWord } from './source-word'
import { registerWords } from './words'

/** Every group, office and organisation the documents name. */
export function BodiesPage() {
  const words = useWords(registerWords)
  const { data, trouble, retry } = useRecords(AllBodiesDocument)
  return (
    <Register
      words={words.bodies}
      rows={data?.bodies ?? null}
      trouble={trouble}
      onRetry={retry}
      text={({ name, type }) => [name.en, name.cy, type].join(' ')}
      columns={[
        {
          head: words.name,
          cell: ({ id, name, example }) => (
            <>
              <Link href={`/bodies/${id}`}>
                <Content text={name} />
              </Link>
              {example && <ExampleMark />}
            </>
          ),
        },
        { head: words.kind, cell: ({ type }) => <SourceWord word={type} /> },
        { head: words.status, narrow: true, cell: ({ status }) => words.bodyStatus[status] },
        { head: words.parent, cell: ({ parent }) => parent && <BodyNames bodies={[parent]} /> },
        { head: words.source, cell: ({ source }) => <SourceCite source={source} /> },
      ]}
    />
  )
}
