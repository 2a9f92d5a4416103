/** Whether a letter is printable ASCII. */
export const isAscii = (letter: string): boolean => /^[!-~]$/.test(letter);

const OPENS = '(<[{';
/** Behind these an opening bracket may begin a line. */
const BEFORE_OPENING = '!"#%&)*+,.:;=>?\\]|}~';
const NEVER_BEHIND_HYPHEN = /[!),./0-9:;?\]}$]/;
const NEVER_BEHIND_QUESTION = /[!"'),./:;?\]}]/;

/**
 * Whether a line may end between two letters of ASCII, for which Chromium does not ask Unicode's rules but a table of
 * its own. Measured pair by pair in Chromium 142.
 * @param earlier - the letter before both
 */
export function asciiChance(before: string, after: string, earlier: string | undefined): boolean {
  if (before === '-' && /[0-9]/.test(after)) return earlier !== undefined && /[0-9A-Za-z]/.test(earlier);
  if (before === '-') return !NEVER_BEHIND_HYPHEN.test(after);
  if (before === '?') return !NEVER_BEHIND_QUESTION.test(after);
  return OPENS.includes(after) && BEFORE_OPENING.includes(before);
}
