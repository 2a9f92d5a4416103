import { registrationWords, useWords } from '#renderer/locales/index.ts';
import type { Demand } from './policy.ts';

/** From 0 (the demands are not met) to 4: every further four characters beyond the demands make it one better. */
function strengthOf(password: string, demands: readonly Demand[]): number {
  const unmet = demands.filter(({ met }) => !met).length;
  if (unmet > 0) return unmet === 1 && password.length > 5 ? 1 : 0;
  const distinct = new Set(password).size;
  return Math.min(4, 2 + Math.floor(Math.max(0, Math.min(password.length, distinct * 2) - 9) / 3));
}

/** How strong the password is, as a word and a bar. */
export function Strength({ password, demands }: { password: string; demands: readonly Demand[] }) {
  const words = useWords(registrationWords);
  if (password === '') return null;
  const strength = strengthOf(password, demands);
  return (
    <div className={`strength strength-${strength}`}>
      <meter aria-label={words.strength} min={0} max={4} value={strength} />{' '}
      <output>
        {words.strength} {words.strengths[strength]}
      </output>
    </div>
  );
}
