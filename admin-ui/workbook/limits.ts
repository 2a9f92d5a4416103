const MIB = 1024 * 1024;

/** Within what a workbook is read. Whoever has a larger table pastes it in parts. */
export const LIMITS = {
  bytes: 5 * MIB,
  unpackedBytes: 100 * MIB,
  /** Files in the archive. */
  parts: 2_000,
  cells: 50_000,
  columns: 256,
  strings: 200_000,
  /** Of one cell: as many as the format allows. */
  letters: 32_767,
  /** Of all cells. */
  allLetters: 5_000_000,
  /** A tag or a text of XML may be so long. */
  piece: MIB,
  seconds: 20,
};
