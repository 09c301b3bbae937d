// `npm start`: sets up, builds, and serves the demo. PORT (8000) names the port; another free one is taken when it is in use.
import { build } from './build.mjs'
import { at } from './lib/paths.mjs'
import { main, say } from './lib/run.mjs'
import { serveNear } from './serve.mjs'

await main(async () => {
  await build()
  const { address } = await serveNear({ folder: at('dist', 'demo'), port: Number(process.env.PORT ?? 8000) })
  say(`the demo is at ${address}/ (Ctrl+C to stop)`)
})
