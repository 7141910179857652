const PRESS_RULE_ID = 'react-aria-pressable-style'

/**
 * React Aria's usePress adds a `<style>` element for touch-action unless an element with this id is there already. Our policy
 * (`style-src 'self'`) refuses that element and reports it; the rule stands in styles/reset.css instead, and this marks it as done.
 * Call before the first render.
 */
export function claimPressStyle(page: Document): void {
  if (page.getElementById(PRESS_RULE_ID) !== null) return
  const mark = page.createElement('meta')
  mark.id = PRESS_RULE_ID
  page.head.append(mark)
}
