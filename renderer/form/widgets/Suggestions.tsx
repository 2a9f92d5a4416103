/**
 * Texts that are proposed for the input with this id, in the browser's own list: it works by keyboard, and a screen
 * reader calls the input a combobox.
 */
export function Suggestions({ of, texts }: { of: string; texts: readonly string[] }) {
  return (
    <datalist id={listOf(of)}>
      {texts.map((text) => (
        <option key={text} value={text} />
      ))}
    </datalist>
  );
}

/** The list of an input's proposals. */
export const listOf = (id: string): string => `${id}~suggestions`;
