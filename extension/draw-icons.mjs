// Draws extension/icons/*.png, the picture of www/demo/icon.svg: lines of text with one lit, and a bar of light beside them.
//
//   node extension/draw-icons.mjs
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { crc32, deflateSync } from 'node:zlib'

/** Rounded rectangles on a field of 128: x, y, width, height, radius, colour. */
const shapes = [
  [0, 0, 128, 128, 26, [0x17, 0x32, 0x4d]],
  [22, 28, 50, 10, 5, [0xdf, 0xe8, 0xf0]],
  [22, 50, 42, 10, 5, [0xf2, 0xb3, 0x3d]],
  [22, 72, 50, 10, 5, [0xdf, 0xe8, 0xf0]],
  [22, 94, 34, 10, 5, [0xdf, 0xe8, 0xf0]],
  [82, 24, 26, 84, 7, [0xf2, 0xb3, 0x3d]],
]
/** Samples a pixel, along each side. */
const samples = 8

function inside([x, y, width, height, radius], px, py) {
  const dx = Math.max(x + radius - px, px - (x + width - radius), 0)
  const dy = Math.max(y + radius - py, py - (y + height - radius), 0)
  return px >= x && px < x + width && py >= y && py < y + height && dx * dx + dy * dy <= radius * radius
}

/** The colour at a point, or null where the picture is transparent. */
const colorAt = (px, py) => shapes.findLast((shape) => inside(shape, px, py))?.[5] ?? null

function pixel(size, column, row) {
  const sum = [0, 0, 0]
  let covered = 0
  for (let index = 0; index < samples * samples; index++) {
    const point = (at, sub) => ((at + (sub + 0.5) / samples) * 128) / size
    const color = colorAt(point(column, index % samples), point(row, Math.floor(index / samples)))
    if (!color) continue
    covered += 1
    color.forEach((value, channel) => (sum[channel] += value))
  }
  return covered ? [...sum.map((value) => Math.round(value / covered)), Math.round((covered / (samples * samples)) * 255)] : [0, 0, 0, 0]
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

function png(size) {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(size, 4)
  // Eight bits a channel, red, green, blue, alpha.
  head.set([8, 6, 0, 0, 0], 8)
  // Each row begins with its filter: none.
  const rows = Array.from({ length: size }, (_, row) => [0, ...Array.from({ length: size }, (_, column) => pixel(size, column, row)).flat()])
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.from(rows.flat()), { level: 9 })), chunk('IEND', Buffer.alloc(0))])
}

const folder = join(dirname(fileURLToPath(import.meta.url)), 'icons')
mkdirSync(folder, { recursive: true })
for (const size of [16, 32, 48, 128]) writeFileSync(join(folder, `${size}.png`), png(size))
