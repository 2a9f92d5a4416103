const signs = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * The beginning of a text, at most so long (in UTF-16 units, as lengths are counted), that ends between two characters
 * as people see them: no accent is lost, no picture halved.
 */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = 0;
  for (const { segment, index } of signs.segment(text)) {
    if (index + segment.length > most) break;
    end = index + segment.length;
  }
  return end > 0 ? text.slice(0, end) : cutCodePoints(text, most);
}

/** One character alone that is longer than all there is room for: as much of it as whole code points. */
function cutCodePoints(text: string, most: number): string {
  let cut = '';
  for (const point of text) {
    if (cut.length + point.length > most) break;
    cut += point;
  }
  return cut;
}

const ENDING = /\.[A-Za-z0-9]{1,10}$/;

/** A file's name, at most so long; it keeps its ending. */
export function cutFileName(name: string, most: number): string {
  if (name.length <= most) return name;
  const [ending = ''] = ENDING.exec(name) ?? [];
  const stem = name.slice(0, name.length - ending.length);
  return `${cutText(stem, most - ending.length).trimEnd()}${ending}`;
}
