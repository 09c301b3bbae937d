// A static server on the loopback address, for the demo and for the tests. No caching, no compression, no listing of folders.
//
//   node scripts/serve.mjs [FOLDER] [--port N] [--cors] [--csp "POLICY"]
//
// Port 0 takes any free one. Tests call `serve` and pass `headers`, to serve one path under a policy of its own.
import { createReadStream, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { dist } from './lib/paths.mjs'
import { Stop, main, say } from './lib/run.mjs'

const types = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  // Browsers compile a module while it arrives only under this type.
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
}

/** The file that a request's path names inside `folder`, or null. */
function fileFor(folder, path) {
  let name
  try {
    name = decodeURIComponent(path)
  } catch {
    return null
  }
  const file = normalize(join(folder, name))
  if ((file !== normalize(folder) && !file.startsWith(normalize(folder + sep))) || name.includes('\0')) return null
  const found = statSync(file, { throwIfNoEntry: false })
  if (found?.isFile()) return file
  const index = join(file, 'index.html')
  return found?.isDirectory() && statSync(index, { throwIfNoEntry: false })?.isFile() ? index : null
}

/**
 * Serves `folder` (a path, or an object from URL prefix to path) and resolves to `{ address, port, requests, close }`.
 * `headers(path)` adds response headers; `pages` maps a path to HTML text, for test pages that are no files.
 * `requests` lists the paths asked for, in order.
 */
export function serve({ folder = dist, port = 0, host = '127.0.0.1', cors = false, csp = null, headers = () => ({}), pages = {} } = {}) {
  const roots = typeof folder === 'string' ? { '/': folder } : folder
  const prefixes = Object.keys(roots).sort((a, b) => b.length - a.length)
  const requests = []
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost')
    requests.push(pathname)
    const all = { 'cache-control': 'no-store', ...(cors && { 'access-control-allow-origin': '*' }), ...(csp && { 'content-security-policy': csp }), ...headers(pathname) }
    if (request.method !== 'GET' && request.method !== 'HEAD') return response.writeHead(405, all).end()
    if (Object.hasOwn(pages, pathname)) return response.writeHead(200, { 'content-type': types['.html'], ...all }).end(pages[pathname])
    const prefix = prefixes.find((start) => pathname.startsWith(start))
    const file = prefix === undefined ? null : fileFor(roots[prefix], pathname.slice(prefix.length))
    if (!file) return response.writeHead(404, { 'content-type': 'text/plain', ...all }).end('not found\n')
    // A folder's relative links are right only below its closing slash.
    if (file.endsWith('index.html') && !/(\/|index\.html)$/.test(pathname)) return response.writeHead(301, { location: `${pathname}/`, ...all }).end()
    response.writeHead(200, { 'content-type': types[extname(file).toLowerCase()] ?? 'application/octet-stream', 'content-length': statSync(file).size, ...all })
    if (request.method === 'HEAD') return response.end()
    createReadStream(file).on('error', () => response.destroy()).pipe(response)
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const { port: taken } = server.address()
      const close = () => new Promise((done) => (server.close(done), server.closeAllConnections()))
      resolve({ address: `http://${host}:${taken}`, port: taken, requests, close })
    })
  })
}

/** Serves on `port`, or on a free one when that is taken. */
export async function serveNear({ port, ...options }) {
  try {
    return await serve({ port, ...options })
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error
    say(`port ${port} is taken, using another`)
    return serve({ port: 0, ...options })
  }
}

function options(args) {
  const read = { port: Number(process.env.PORT ?? 8000) }
  while (args.length) {
    const arg = args.shift()
    if (arg === '--cors') read.cors = true
    else if (arg === '--csp') read.csp = args.shift()
    else if (arg === '--port') read.port = Number(args.shift())
    else if (!arg.startsWith('-')) read.folder = arg
    else throw new Stop(`unknown option ${arg}; usage: serve.mjs [FOLDER] [--port N] [--cors] [--csp "POLICY"]`)
  }
  if (!Number.isInteger(read.port) || read.port < 0 || read.port > 65535) throw new Stop('--port takes a number from 0 to 65535')
  return read
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(async () => {
    const { address } = await serveNear(options(process.argv.slice(2)))
    say(`serving at ${address}/ (Ctrl+C to stop)`)
  })
}
