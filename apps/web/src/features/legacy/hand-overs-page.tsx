import { whyNotWithdrawPack } from '@camau/domain'
import { useState } from 'react'
import { Link } from 'wouter'
import { EnglishContent, useContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { shortName } from '../../platform/short-name'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Page, PageHead } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { EmptyState, ErrorState } from '../../ui/states'
import { HandOverPacksDocument, type PackRowFragment } from './hand-over.graphql'
import { handOverWords } from './hand-over-words'
import { OfferHandOverDialog } from './offer-hand-over-dialog'
import { PackCounts } from './pack-counts'
import { legacyWords } from './words'
import './legacy.css'

/** Every pack offered to a body that follows, the latest first. */
export function HandOversPage() {
  const words = useWords(handOverWords)
  const legacy = useWords(legacyWords)
  const { data, trouble, retry } = useRecords(HandOverPacksDocument)
  useRoom('programme', { onLists: retry })
  return (
    <Page title={words.title} within={[{ name: legacy.title, href: '/legacy' }]}>
      <PageHead title={words.title} acts={<OfferButton />}>
        <p className="about">{words.lead}</p>
      </PageHead>
      <div className="pad">
        {!data && (trouble ? <ErrorState trouble={trouble} onRetry={retry} /> : <Skeleton />)}
        {data?.handOverPacks.length === 0 && <EmptyState title={words.none}>{words.noneMore}</EmptyState>}
        <ul className="list">
          {data?.handOverPacks.map((pack) => (
            <PackRow key={pack.id} pack={pack} />
          ))}
        </ul>
      </div>
    </Page>
  )
}

function PackRow({ pack }: { pack: PackRowFragment }) {
  const words = useWords(handOverWords)
  const content = useContent()
  const dates = useDates()
  const { id, title, from, to, offeredAt, withdrawnAt, counts } = pack
  return (
    <li>
      <Link href={`/legacy/hand-over/${id}`}>
        <EnglishContent text={title} />
      </Link>
      <p className="meta">
        {words.fromTo(content(shortName(from.name)), content(shortName(to.name)))}
        {` · ${words.offered(dates.day(offeredAt))} · `}
        {withdrawnAt && `${words.withdrawnOn(dates.day(withdrawnAt))} · `}
        <PackCounts counts={counts} />
      </p>
    </li>
  )
}

/** For whoever writes in the register as a whole: they may take packs back, and offer them. */
function OfferButton() {
  const words = useWords(handOverWords)
  const [open, setOpen] = useState(false)
  if (whyNotWithdrawPack(useViewer(), { withdrawn: null })) return null
  return (
    <>
      <Button weight="go" icon="plus" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {words.offer.button}
      </Button>
      {open && <OfferHandOverDialog onClose={() => setOpen(false)} />}
    </>
  )
}
