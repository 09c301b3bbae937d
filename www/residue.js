// What the module puts into a page, known here by name, for the one case that the module cannot tidy up itself: it trapped.

/** The element that holds the card, and the element that holds a tag where tags are elements. */
const host = '[data-sidelight-host]'
const mark = 'mark[data-sidelight]'
const highlightPrefix = 'sidelight-'

/** Takes the card, the highlights with their styles and the marks out of a document, and joins the text that marks had split. */
export function removeResidue(document) {
  for (const element of document.querySelectorAll(host)) element.remove()
  const highlights = globalThis.CSS?.highlights
  for (const name of highlights ? [...highlights.keys()] : []) if (name.startsWith(highlightPrefix)) highlights.delete(name)
  const isOurs = (sheet) => [...sheet.cssRules].some((rule) => rule.selectorText?.includes(`::highlight(${highlightPrefix}`) || rule.selectorText?.includes('.sidelight-'))
  if (document.adoptedStyleSheets?.some(isOurs)) document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => !isOurs(sheet))
  const parents = new Set()
  for (const element of document.querySelectorAll(mark)) {
    parents.add(element.parentNode)
    element.replaceWith(...element.childNodes)
  }
  for (const parent of parents) parent.normalize()
}
