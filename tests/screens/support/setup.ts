/** What a browser has and jsdom lacks, as far as the screens use it. */
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

/** How wide the window is decides, and motion is unwanted, as in all tests. */
function matches(query: string): boolean {
  const most = /max-width:\s*(\d+)px/.exec(query)?.[1];
  if (most !== undefined) return window.innerWidth <= Number(most);
  return query.includes('prefers-reduced-motion: reduce');
}

class Media extends EventTarget implements MediaQueryList {
  readonly media: string;
  onchange = null;
  constructor(media: string) {
    super();
    this.media = media;
  }
  get matches(): boolean {
    return matches(this.media);
  }
  addListener(): void {}
  removeListener(): void {}
}

/** Nothing has a size here, so nothing changes it. */
class NoSizes implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

window.matchMedia = (query) => new Media(query);
window.ResizeObserver = NoSizes;
const { getComputedStyle } = window;
// Of ::before and ::after it knows nothing, and would complain of being asked.
window.getComputedStyle = (element) => getComputedStyle(element);
window.scrollTo = () => {};
Element.prototype.scrollIntoView = () => {};

const { fetch } = globalThis;
/** Node's own, told from which page an address begins. */
globalThis.fetch = (input, init) =>
  fetch(input instanceof Request ? input : new URL(input, window.location.href), init);

configure({
  // Nothing here is hidden by a style sheet, and asking each element for its style takes most of the time.
  defaultHidden: true,
  asyncUtilTimeout: 90_000,
  // The sentence says what is missing; the whole page behind it says no more.
  getElementError: (message) => new Error(message?.split('\n\n')[0] ?? 'No such element'),
});

afterEach(() => {
  cleanup();
  window.innerWidth = DESKTOP;
});

const DESKTOP = 1280;
window.innerWidth = DESKTOP;
