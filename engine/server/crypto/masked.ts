/** What is shown of a secret: its first and last four characters; what is too short is hidden completely. */
export function masked(text: string): string {
  const signs = [...text];
  if (signs.length <= 8) return '*'.repeat(signs.length);
  return [...signs.slice(0, 4), '*'.repeat(signs.length - 8), ...signs.slice(-4)].join('');
}
