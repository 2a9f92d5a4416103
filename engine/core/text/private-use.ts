/**
 * Characters that GBK and GB 18030-2000 and -2005 had at private-use code points for want of standard ones, in runs
 * from the first code point on; GB 18030-2022 has them all where Unicode has them since. Old input methods and fonts
 * still give the private ones.
 */
const MOVED: readonly (readonly [number, string])[] = [
  [0xe78d, '︐︒︑︓︔︕︖︗︘︙'],
  [0xe7c7, 'ḿǹ'],
  [0xe7e7, '〾⿰⿱⿲⿳⿴⿵⿶⿷⿸⿹⿺⿻'],
  [
    0xe815,
    '⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻',
  ],
];

/** The standard character for a private-use one of the older standards; undefined where none is known. */
export function standardFor(character: string): string | undefined {
  const point = character.codePointAt(0) ?? 0;
  for (const [first, characters] of MOVED) {
    const found = point < first ? undefined : [...characters][point - first];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Is it of the code points that mean nothing but what two parties agree on? */
export function isPrivateUse(character: string): boolean {
  return /^\p{Co}/u.test(character);
}
