// What the module puts into a page, known here by name, for the one case that the module cannot tidy up itself: it trapped.

/** The element that holds the card, and the element that holds a tag where tags are elements. */
const host = '[data-sidelight-host]'
const mark = 'mark[data-sidelight]'
const highlightPrefix = 'sidelight-'

/** A document or shadow root and the open shadow roots in it: an article may lie in any of them. */
function treesOf(tree) {
  const within = [...tree.querySelectorAll('*')].filter(({ shadowRoot }) => shadowRoot)
  return [tree, ...within.flatMap(({ shadowRoot }) => treesOf(shadowRoot))]
}

/** The text of a rule tells, not its selector: ours stand inside `@media` too. */
const isOurs = (sheet) => [...sheet.cssRules].some(({ cssText }) => /::highlight\(sidelight-|mark\.sidelight-/.test(cssText))

/** Takes the card, the highlights with their styles and the marks out of a document, and joins the text that marks had split. */
export function removeResidue(document) {
  for (const element of document.querySelectorAll(host)) element.remove()
  const highlights = globalThis.CSS?.highlights
  for (const name of highlights ? [...highlights.keys()] : []) if (name.startsWith(highlightPrefix)) highlights.delete(name)
  const parents = new Set()
  for (const tree of treesOf(document)) {
    if (tree.adoptedStyleSheets?.some(isOurs)) tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((sheet) => !isOurs(sheet))
    for (const element of tree.querySelectorAll(mark)) {
      parents.add(element.parentNode)
      element.replaceWith(...element.childNodes)
    }
  }
  for (const parent of parents) parent.normalize()
}
