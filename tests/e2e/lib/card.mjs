// The fact card as a reader finds it. Locators reach into its shadow root.

/** The parts of the card on a page. */
export const cardOf = (page) => ({
  panel: page.locator('aside.panel'),
  launcher: page.locator('button.launcher'),
  close: page.locator('aside.panel button.close'),
  filter: (kind) => page.locator(`aside.panel button.filter[data-kind="${kind}"]`),
  section: (kind) => page.locator(`aside.panel section.${kind}`).first(),
  entries: (kind) => page.locator(`aside.panel section.${kind} li.entry`),
  hover: page.locator('[role="dialog"]'),
})

/** The middle of the first line of some highlighted words, in the viewport. */
export const middleOf = (page, kind, words) =>
  page.evaluate(
    ([kind, words]) => {
      const range = [...CSS.highlights.get(`sidelight-${kind}`)].find((range) => String(range) === words)
      range.startContainer.parentElement.scrollIntoView({ block: 'center' })
      const [{ x, y, width, height }] = range.getClientRects()
      return { x: x + width / 2, y: y + height / 2 }
    },
    [kind, words],
  )

/** Whether all of some highlighted words is inside the viewport. */
export const inView = (page, kind, words) =>
  page.evaluate(
    ([kind, words]) => {
      const range = [...CSS.highlights.get(`sidelight-${kind}`)].find((range) => String(range) === words)
      const { top, bottom } = range.getBoundingClientRect()
      return top >= 0 && bottom <= innerHeight
    },
    [kind, words],
  )

