const DIALOGS = '.ant-modal-root, .ant-drawer';

/**
 * The second press of a double click is meant for what the first one pressed. Where that has opened a dialog, or
 * closed one, it would reach whatever has come under the pointer meanwhile: the mask that closes the dialog, or the
 * button that confirms it. Gives the function that ends it.
 */
export function ignoreStrayPresses(page: Document): () => void {
  let pressed: Element | null = null;
  const ended = new AbortController();
  const check = (event: MouseEvent): void => {
    const under = event.target instanceof Element ? event.target.closest(DIALOGS) : null;
    if (event.detail <= 1) pressed = under;
    else if (under !== pressed) swallow(event);
  };
  page.addEventListener('click', check, { capture: true, signal: ended.signal });
  return () => ended.abort();
}

function swallow(event: MouseEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
