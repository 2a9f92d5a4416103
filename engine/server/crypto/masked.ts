/** What is shown of a secret: its first and last four characters; what is too short is hidden completely. */
export function masked(text: string): string {
  return text.length > 8
    ? `${text.slice(0, 4)}${'*'.repeat(text.length - 8)}${text.slice(-4)}`
    : '*'.repeat(text.length);
}
