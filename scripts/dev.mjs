// `npm run dev`: the gateway restarted on every change, the web app through Vite with its changes shown at once.
import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './sources.mjs'

spawnSync(process.execPath, ['scripts/bootstrap.mjs'], { cwd: root, stdio: 'inherit' })
const webPort = process.env.WEB_PORT ?? '5173'
const children = [
  spawn(
    process.execPath,
    ['--watch', '--conditions=@camau/source', '--import', '@oxc-node/core/register', 'src/main.ts'],
    {
      cwd: join(root, 'apps/gateway'),
      stdio: 'inherit',
      env: { PUBLIC_URL: `http://localhost:${webPort}`, ...process.env },
    },
  ),
  spawn(join(root, 'node_modules/.bin/vite'), ['--port', webPort], { cwd: join(root, 'apps/web'), stdio: 'inherit' }),
]
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop())
for (const child of children) child.on('exit', () => stop())

function stop() {
  for (const child of children) child.kill()
}
