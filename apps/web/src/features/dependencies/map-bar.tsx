import { useLocation } from 'wouter'
import { useWords } from '../../platform/words'
import { useWorkstreamOptions } from '../../platform/workstream-options'
import { LinkButton } from '../../ui/button'
import { Select } from '../../ui/field'
import { Views } from '../../ui/page'
import { distances, type MapFilter, mapAddress } from './map-filter'
import { mapWords } from './map-words'

/** Which part of the map: the whole programme or one workstream, only what is unfinished, or so far around one item. */
export function MapBar({ filter }: { filter: MapFilter }) {
  const words = useWords(mapWords)
  const [, navigate] = useLocation()
  const workstreams = useWorkstreamOptions().flatMap(({ number, place }) =>
    place.space === 'body' ? [{ key: place.body.id, name: words.workstream(number) }] : [],
  )
  const parts = [{ key: '', name: words.whole }, ...workstreams].map(({ key, name }) => ({
    ...{ key, name },
    href: mapAddress({ ...filter, bodyId: key || null }),
  }))
  const go = (change: Partial<MapFilter>) => navigate(mapAddress({ ...filter, ...change }), { replace: true })
  return (
    <>
      <Views label={words.parts} current={filter.bodyId ?? ''} views={parts} />
      <div className="row no-print">
        <label className="row">
          <input
            type="checkbox"
            checked={filter.unfinished}
            onChange={({ target }) => go({ unfinished: target.checked })}
          />
          {words.unfinished}
        </label>
        {filter.around && (
          <>
            <Select
              label={words.distance}
              value={String(filter.distance)}
              onChange={({ target }) => go({ distance: Number(target.value) })}
            >
              {distances.map((distance) => (
                <option key={distance}>{distance}</option>
              ))}
            </Select>
            <LinkButton href={mapAddress({ ...filter, around: null })}>{words.everything}</LinkButton>
          </>
        )}
      </div>
    </>
  )
}
