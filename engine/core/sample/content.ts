/** How much stands in a sample: as little as the form takes, about half, as much as it takes. */
export const CONTENTS = ['least', 'typical', 'full'] as const;
export type Content = (typeof CONTENTS)[number];

/** Of the letters that a text may have, how many it gets; of a text that the form leaves open, so many. */
const SHARE: Record<Content, number> = { least: 0, typical: 0.3, full: 1 };

/** Whether the words of a language stand without blanks. */
const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** A text of so many letters, in which no two places are alike: its name, and a number that goes on. */
function longText(name: string, letters: number): string {
  const [comma, stop] = isHan(name) ? ['，', '。'] : [', ', '.'];
  const parts: string[] = [];
  for (let length = 0, at = 1; length < letters; at += 1) {
    const part = `${name}${at}${comma}`;
    parts.push(part);
    length += [...part].length;
  }
  const cut = [...parts.join('')].slice(0, letters - 1).join('');
  return `${cut.replace(/[，, ]+$/, '').padEnd(letters - 1, [...name][0])}${stop}`;
}

/** A text as a sample has it: what was answered, where that is not too short. */
export function textOf(content: Content, name: string, most: number, answered: string): string {
  const letters = Math.round(most * SHARE[content]);
  return [...answered].length >= letters && answered !== '' ? answered : longText(name, Math.max(letters, 1));
}

/** The same text again and again until it is so long: names of people and houses. */
export const repeated = (text: string, most: number): string =>
  [...text.repeat(Math.ceil(most / Math.max(text.length, 1)))].slice(0, most).join('');

/** How many rows of at most so many; `answered` of them are there. */
export function rowsOf(content: Content, answered: number, least: number, most: number): number {
  if (content === 'least') return least;
  return content === 'full' ? most : Math.max(answered, Math.ceil(most / 2));
}
