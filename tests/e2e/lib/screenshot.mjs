// Screenshots for people to look at: nothing is compared with them.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { dist } from '../../../scripts/lib/paths.mjs'

const folder = join(dist, 'screenshots')

export async function screenshot(page, name, options = {}) {
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', ...options })
}
