// What is measured. `watchers`: so many clients per document apply and time what they receive; the others type as usual,
// but what reaches them is read and dropped, for one core cannot do the screen work of a hundred browsers.

const one = { kind: 'typing', documents: 1, presence: false }

export const workloads = {
  W1: {
    ...one,
    title: 'meeting: 25 clients, 5 typing',
    clients: 25,
    typists: 5,
    perSecond: 5,
    seconds: 8,
    presence: true,
  },
  W2: {
    ...one,
    title: 'burst: 100 clients, all typing',
    clients: 100,
    typists: 100,
    perSecond: 2,
    seconds: 6,
    watchers: 10,
  },
  W2a: {
    ...one,
    title: 'burst with presence',
    clients: 100,
    typists: 100,
    perSecond: 2,
    seconds: 6,
    watchers: 10,
    presence: true,
  },
  W3: {
    ...one,
    title: 'programme: 200 documents, 400 clients',
    documents: 200,
    clients: 2,
    typists: 1,
    perSecond: 2,
    seconds: 8,
  },
  W4: { kind: 'joining', title: 'joining a document of 50,000 edits', documents: 1, edits: 50_000, joins: 15 },
  W5: {
    ...one,
    kind: 'killed',
    title: 'kill -9 while 5 of 25 type',
    clients: 25,
    typists: 5,
    perSecond: 5,
    seconds: 15,
    presence: true,
  },
  W6: {
    ...one,
    title: 'capacity: the step of 150 clients',
    clients: 150,
    typists: 150,
    perSecond: 2,
    seconds: 5,
    watchers: 10,
  },
}
