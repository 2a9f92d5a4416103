import type { Json } from '#core/json/index.ts';

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

/** ISO/IEC 7812, annex B (Luhn): every second digit from the right doubled, the whole a multiple of ten. */
function luhn(text: string): boolean {
  if (!/^[0-9]{2,}$/.test(text)) return false;
  const digits = [...text].reverse().map(Number);
  const sum = digits.reduce((total, digit, at) => total + (at % 2 === 0 ? digit : doubled(digit)), 0);
  return sum % 10 === 0;
}

function doubled(digit: number): number {
  return digit < 5 ? digit * 2 : digit * 2 - 9;
}

/** ISO 7064 MOD 97-10: letters count from ten on, the number that is written so leaves one. */
function mod97_10(text: string): boolean {
  if (!/^[0-9A-Za-z]{3,}$/.test(text)) return false;
  let rest = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value < 10 ? 10 : 100) + value) % 97;
  }
  return rest === 1;
}

/** The check characters of most weighted sums: what is missing to the modulus, with X for ten. */
const MISSING = '0123456789X';

/**
 * A weighted sum: digits times weights, which begin again where there are more digits; its remainder chooses the last
 * character among `checks`, or without them is completed to the modulus by it.
 */
function weighted(text: string, weights: readonly number[], modulus: number, checks?: string): boolean {
  const body = text.slice(0, -1);
  if (!/^[0-9]+$/.test(body)) return false;
  const sum = [...body].reduce(
    (total, digit, at) => total + Number(digit) * (weights[at % weights.length] ?? 0),
    0,
  );
  const rest = sum % modulus;
  const wanted = checks === undefined ? MISSING[(modulus - rest) % modulus] : checks[rest];
  return text.slice(-1).toUpperCase() === wanted;
}

const MOST_MODULUS = 97;
const named: ReadonlyMap<string, (text: string) => boolean> = new Map([
  ['luhn', luhn],
  ['mod11-2', mod11_2],
  ['mod31-3', mod31_3],
  ['mod97-10', mod97_10],
]);
const WEIGHTED = 'weighted';

/** By the names that definitions use. */
export const checksumNames: readonly string[] = [...named.keys(), WEIGHTED];

/** What is wrong with a checksum and what stands behind its text; null where nothing is. */
export type ChecksumFault = 'unknown-checksum' | 'checksum-weights' | 'checksum-operands';

/** Whether there is such a checksum, with such weights. */
export function checksumFault(name: string, more: readonly Json[]): ChecksumFault | null {
  if (named.has(name)) return more.length === 0 ? null : 'checksum-operands';
  if (name !== WEIGHTED) return 'unknown-checksum';
  const [weights, modulus, checks] = more;
  if (!isWeights(weights) || !isModulus(modulus)) return 'checksum-weights';
  const isChosen =
    checks === undefined ? modulus <= MISSING.length : isText(checks) && checks.length === modulus;
  return isChosen ? null : 'checksum-weights';
}

/** The test of a checksum that `checksumFault` lets pass; never passes for another. */
export function checksumTest(name: string, more: readonly Json[]): (text: string) => boolean {
  const [weights, modulus, checks] = more;
  if (checksumFault(name, more) !== null) return () => false;
  if (isWeights(weights) && isModulus(modulus))
    return (text) => weighted(text, weights, modulus, isText(checks) ? checks : undefined);
  return named.get(name) ?? (() => false);
}

function isWeights(value: Json | undefined): value is number[] {
  const isWeight = (one: Json): boolean =>
    typeof one === 'number' && Number.isInteger(one) && one > 0 && one < 100;
  return Array.isArray(value) && value.length > 0 && value.length <= 40 && value.every(isWeight);
}

function isModulus(value: Json | undefined): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 2 && value <= MOST_MODULUS;
}

function isText(value: Json | undefined): value is string {
  return typeof value === 'string';
}
