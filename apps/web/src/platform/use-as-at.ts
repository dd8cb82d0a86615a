import { isPartOfCalendar } from '@camau/domain'
import { useSearchParams } from 'wouter'

/** The day as at which a page shows things; it stands in the address. */
export function useAsAt(): { asAt: string | null; setAsAt: (day: string | null) => void } {
  const [search, setSearch] = useSearchParams()
  const given = search.get('as-at')
  return {
    asAt: given && isPartOfCalendar(given) ? given : null,
    setAsAt: (day) =>
      setSearch((now) => {
        const next = new URLSearchParams(now)
        if (day) next.set('as-at', day)
        else next.delete('as-at')
        return next
      }),
  }
}
