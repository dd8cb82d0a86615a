import { defineWords } from '../words'

/** Statuses as labels: impersonal in Welsh, so that one word fits whatever it stands beside. */
export const statusWords = defineWords({
  en: {
    proposed: 'Proposed',
    open: 'Open',
    'in-progress': 'In progress',
    done: 'Done',
    closed: 'Closed',
    dropped: 'Dropped',
    superseded: 'Superseded',
    transferred: 'Transferred',
  },
  cy: {
    proposed: 'Cynigiwyd',
    open: 'Ar agor',
    'in-progress': 'Ar y gweill',
    done: 'Cwblhawyd',
    closed: 'Caewyd',
    dropped: 'Gollyngwyd',
    superseded: 'Disodlwyd',
    transferred: 'Trosglwyddwyd',
  },
})
