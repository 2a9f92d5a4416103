import { flushSync } from 'react-dom';

let pressed = false;
const waiting: (() => void)[] = [];

const runAll = (): void => {
  for (const run of waiting.splice(0)) run();
};

/** A press that is let go beside the button ends in no click. */
function release(): void {
  pressed = false;
  setTimeout(runAll);
}

/**
 * Before the click does anything: it may lead to another page, and a form that is taken away in the same breath
 * would not pass on what was typed last.
 */
function click(): void {
  if (waiting.length > 0) flushSync(runAll);
}

if (typeof document !== 'undefined') {
  document.addEventListener(
    'pointerdown',
    () => {
      pressed = true;
    },
    true,
  );
  document.addEventListener('pointerup', release, true);
  document.addEventListener('pointercancel', release, true);
  document.addEventListener('click', click, true);
}

/**
 * Runs now, or once the button that is being pressed has been released. Leaving a field by pressing something else
 * must not move that something (a sentence appears, a line opens) between press and release: the click would be lost.
 */
export function afterPointerUp(run: () => void): void {
  if (pressed) waiting.push(run);
  else run();
}
