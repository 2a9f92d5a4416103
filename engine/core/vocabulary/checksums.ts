const MOD_31_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** ISO 7064 MOD 11-2: digits, then a check character 0-9 or X. */
export function mod11_2(text: string): boolean {
  if (!/^[0-9]+[0-9Xx]$/.test(text)) return false;
  let sum = 0;
  for (const digit of text.slice(0, -1)) sum = ((sum + Number(digit)) * 2) % 11;
  const last = text.slice(-1);
  return (sum + (last === 'X' || last === 'x' ? 10 : Number(last))) % 11 === 1;
}

/** MOD 31 with weights 3^i, as GB 32100 has it: 31 letters and digits, the last one is the check character. */
export function mod31_3(text: string): boolean {
  if (text.length < 2) return false;
  let sum = 0;
  let weight = 1;
  for (const character of text.slice(0, -1)) {
    const value = MOD_31_ALPHABET.indexOf(character);
    if (value < 0) return false;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return MOD_31_ALPHABET.indexOf(text.slice(-1)) === (31 - (sum % 31)) % 31;
}

/** By the name that definitions use. */
export const checksums: ReadonlyMap<string, (text: string) => boolean> = new Map([
  ['mod11-2', mod11_2],
  ['mod31-3', mod31_3],
]);
