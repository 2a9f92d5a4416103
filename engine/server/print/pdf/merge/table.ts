/** Kind, offset or object stream, and index in that: so many bytes each. Five for an offset are a terabyte. */
export const WIDTHS = [1, 5, 2] as const;
const ROW = 8;
const FIRST_ROWS = 4096;

/** Where the objects of a file are (ISO 32000-1, 7.5.8), eight bytes for each. */
type ObjectTable = {
  /** An object by itself. */
  at: (number: number, offset: number) => void;
  /** One of an object stream. */
  within: (number: number, stream: number, index: number) => void;
  /** The rows of so many numbers, from 0, which is no object. */
  rows: (size: number) => Buffer;
};

/** A table without a row. */
export function openObjectTable(): ObjectTable {
  let rows = Buffer.alloc(FIRST_ROWS * ROW);
  const set = (number: number, kind: number, where: number, index: number) => {
    const start = number * ROW;
    while (start >= rows.length) rows = Buffer.concat([rows, Buffer.alloc(rows.length)]);
    rows.writeUInt8(kind, start);
    rows.writeUIntBE(where, start + WIDTHS[0], WIDTHS[1]);
    rows.writeUInt16BE(index, start + WIDTHS[0] + WIDTHS[1]);
  };
  set(0, 0, 0, 0xffff);
  return {
    at: (number, offset) => set(number, 1, offset, 0),
    within: (number, stream, index) => set(number, 2, stream, index),
    rows: (size) => rows.subarray(0, size * ROW),
  };
}
