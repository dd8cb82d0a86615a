// A driver's server in a process of its own.
const [name, port, folder] = process.argv.slice(2)
const { serve } = await import(`./drivers/${name}.mjs`)
await serve({ port: Number(port), folder })
process.on('SIGTERM', () => process.exit(0))
process.send('ready')
