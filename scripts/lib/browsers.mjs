// Finds the browsers and drivers that the tests use. CHROMIUM, CHROMEDRIVER, FIREFOX and GECKODRIVER name others.
import { existsSync } from 'node:fs'
import { geckodriverRoot, which } from './paths.mjs'
import { join } from 'node:path'
import { Stop } from './run.mjs'

const known = {
  chromium: { variable: 'CHROMIUM', programs: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'], debian: 'chromium' },
  chromedriver: { variable: 'CHROMEDRIVER', programs: ['chromedriver'], debian: 'chromium-driver' },
  firefox: { variable: 'FIREFOX', programs: ['firefox-esr', 'firefox'], debian: 'firefox-esr' },
}

/** The path of `chromium`, `chromedriver` or `firefox`, or null. */
export function findBrowser(name) {
  const { variable, programs } = known[name]
  const wished = process.env[variable]
  if (wished) {
    if (!existsSync(wished)) throw new Stop(`${variable} names ${wished}, which does not exist`)
    return wished
  }
  return programs.map((program) => which(program)).find(Boolean) ?? null
}

/** The same, or a stop that says how to get it. */
export function browser(name) {
  const { variable, debian } = known[name]
  const path = findBrowser(name)
  if (!path) throw new Stop(`${name} is missing: apt-get install ${debian}, or set ${variable} to its path`)
  return path
}

/** Debian packages of those that are missing. */
export const missingPackages = () => Object.keys(known).filter((name) => !findBrowser(name)).map((name) => known[name].debian)

/** geckodriver's path, or null: no Debian package has it, so setup builds it. */
export const findGeckodriver = () => process.env.GECKODRIVER ?? [join(geckodriverRoot, 'bin', 'geckodriver')].find(existsSync) ?? which('geckodriver')
