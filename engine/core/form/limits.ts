/** What holds whatever a definition says: sizes that keep one answer from filling the store. */
export const limits = {
  /** Characters of a text without `maxLength`. */
  text: 2000,
  /** Rows of a table, items of a list. */
  rows: 200,
  /** Characters of the title and of the unit of an item that somebody adds to a grid. */
  itemTitle: 200,
  itemUnit: 50,
} as const;

/** A row's own id: given by whoever adds the row, stable while rows move. */
export const rowIdPattern = '^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$';
