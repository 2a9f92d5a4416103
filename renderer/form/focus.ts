const FOCUSABLE =
  'input:not([type=hidden]):not([hidden]):not([disabled]), textarea, select, button:not([disabled]), [tabindex]';

/** Puts the focus on the first thing that can be filled in. */
export function focusFirst(box: HTMLElement | null): void {
  const target = box?.querySelector<HTMLElement>(
    'input:not([type=hidden]):not([hidden]):not([disabled]), textarea',
  );
  (target ?? box?.querySelector<HTMLElement>(FOCUSABLE))?.focus();
}

/**
 * Brings the element that a problem points to into view and puts the focus there. A pointer that has no element
 * of its own (a row that is closed, a whole section) lands on the nearest one above it. Gives whether there was one.
 */
export function focusAnchor(anchor: string): boolean {
  const element = nearest(anchor);
  if (!element) return false;
  element.scrollIntoView({ block: 'center' });
  const inside =
    element.matches(FOCUSABLE) && element.tabIndex >= 0
      ? element
      : element.querySelector<HTMLElement>(FOCUSABLE);
  (inside ?? element).focus({ preventScroll: true });
  return true;
}

function nearest(anchor: string): HTMLElement | null {
  const plain = anchor.replace(/~.*$/, '');
  const parts = plain.split('/');
  const ways = [anchor, ...parts.map((_, index) => parts.slice(0, parts.length - index).join('/'))];
  for (const way of ways) {
    const element = way ? document.getElementById(way) : null;
    if (element) return element;
  }
  return null;
}
