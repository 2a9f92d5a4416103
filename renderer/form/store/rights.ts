/**
 * Whether `who` may write what `editBy` names. `desks` means whichever desk holds the case.
 * Nobody may while the case is not theirs to write (`who` null).
 */
export function mayWrite(editBy: readonly string[] | undefined, who: string | null): boolean {
  if (who === null) return false;
  const allowed = editBy ?? ['applicant'];
  return allowed.includes(who) || (who !== 'applicant' && allowed.includes('desks'));
}
