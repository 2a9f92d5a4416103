/** Another number of the same birthday and gender, with its check digit (GB 11643). */
export function withSequence(idNumber: string, sequence: number): string {
  const body = `${idNumber.slice(0, 14)}${String(sequence).padStart(2, '0')}${idNumber.slice(16, 17)}`;
  const sum = [...body].reduce((all, digit, at) => all + Number(digit) * (2 ** (17 - at) % 11), 0);
  return body + '10X98765432'.charAt(sum % 11);
}
