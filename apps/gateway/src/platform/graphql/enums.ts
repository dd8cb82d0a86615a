import { actionStatuses, audiences, bodyKinds, officeKinds, sectors } from '@camau/domain'
import { wordsEnum } from './enum-key.js'

export const AudienceEnum = wordsEnum('Audience', audiences, 'Who may see a record without a right of their own.')
export const OfficeKindEnum = wordsEnum('OfficeKind', officeKinds, 'A role held on one body from a date to a date.')
export const BodyKindEnum = wordsEnum('BodyKind', bodyKinds, 'Kinds of body that carry rights or rules.')
export const SectorEnum = wordsEnum(
  'Sector',
  sectors,
  'Where an organisation belongs: the sectors members come from, then two more (requirements, row 9).',
)
export const ActionStatusEnum = wordsEnum('ActionStatus', actionStatuses, 'Where an action stands.')
