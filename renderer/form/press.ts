let pressed = false;
const waiting: (() => void)[] = [];

function release(): void {
  pressed = false;
  setTimeout(() => {
    for (const run of waiting.splice(0)) run();
  });
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
}

/**
 * Runs now, or once the button that is being pressed has been released. Leaving a field by pressing something else
 * must not move that something (a sentence appears, a line opens) between press and release: the click would be lost.
 */
export function afterPress(run: () => void): void {
  if (pressed) waiting.push(run);
  else run();
}
