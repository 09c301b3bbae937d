// Pages made up for the tests.
import { existsSync, readFileSync } from 'node:fs'
import { at } from '../../../scripts/lib/paths.mjs'

export const paragraphs = [
  'ODRIN, Varnia — At least 40 people were killed and dozens wounded when a ferry caught fire off the port of Odrin on Monday, the Interior Ministry said.',
  'The coast guard said that 12 passengers, including three children, were still missing on Tuesday. “We searched all night,” said Captain Mira Doren, who led the rescue.',
  'The United Nations refugee agency said that half of the town’s people had been displaced by the fighting since February.',
]

const escaped = (text) => text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign])

/** A page with an article of these paragraphs; `head` and `tail` are put in as they are. */
export const articlePage = ({ title = 'Ferry fire off Odrin kills at least 40', published = '2025-03-11', head = '', tail = '', texts = paragraphs, lang = 'en' } = {}) => `<!doctype html>
<html lang="${lang}">
<head><meta charset="utf-8"><link rel="icon" href="data:,"><title>${escaped(title)}</title>${published ? `<meta property="article:published_time" content="${published}T10:00:00Z">` : ''}${head}</head>
<body><article id="article"><h1>${escaped(title)}</h1>${texts.map((text) => `<p>${escaped(text)}</p>`).join('\n')}</article>${tail}</body>
</html>`

/** The article that the project began with, as blocks of text; null where its folder is not beside the project. */
export function seedArticle() {
  const file = at('..', 'shared', 'seed', 'article.txt')
  if (!existsSync(file)) return null
  return readFileSync(file, 'utf8').split(/\n\s*\n/).map((block) => block.trim()).filter(Boolean)
}
