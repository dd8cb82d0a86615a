// Run by mongosh in the compose file: three members, one set; waits until one of them is primary.
const members = ['mongo-1', 'mongo-2', 'mongo-3'].map((host, id) => ({ _id: id, host: `${host}:27017` }))
try {
  rs.initiate({ _id: 'rs0', members })
} catch (error) {
  if (error.codeName !== 'AlreadyInitialized') throw error
}
while (!db.hello().primary) sleep(500)
