/** One key of a desk: `key` as in KeyboardEvent.key, with `ctrl+` before it where Ctrl (or Command) is held. */
export type KeyBinding = { key: string; title: string; run: () => void };
