const LONGEST = 30;

/** An id made from a title: the words of its pronunciation, run together; free among those that are taken. */
export async function idFrom(title: string, taken: ReadonlySet<string>, fallback: string): Promise<string> {
  const { pinyin } = await import('pinyin-pro');
  const words = pinyin(title.normalize('NFKC'), { toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .flatMap((word) => word.toLowerCase().match(/[a-z0-9]+/g) ?? [])
    .map((word, index) => (index === 0 ? word : word.slice(0, 1).toUpperCase() + word.slice(1)));
  const joined = words
    .join('')
    .replace(/^[0-9]+/, '')
    .slice(0, LONGEST);
  return freeId(joined === '' ? fallback : joined.slice(0, 1).toLowerCase() + joined.slice(1), taken);
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  let number = 2;
  while (taken.has(`${id}${number}`)) number += 1;
  return `${id}${number}`;
}
