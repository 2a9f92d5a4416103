import { useMemo } from 'react';
import { unconfirmed } from '#core/lint/index.ts';
import { sourceText } from '#core/sentence/index.ts';
import { policyMenuWords, policyWords, useLocale, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../../DraftContext.tsx';

/** What of the cycle nobody has confirmed yet, folded up: it keeps nothing from being published. */
export function Unconfirmed() {
  const words = useWords(policyWords);
  const menu = useWords(policyMenuWords);
  const locale = useLocale();
  const { edition } = useOpenDraft();
  const parts = useMemo(() => unconfirmed(edition.definition), [edition]);
  if (parts.length === 0) return <p className="quiet">{words.nothingUnconfirmed}</p>;
  return (
    <details className="findings">
      <summary>
        {menu.unconfirmed} · {parts.length}
      </summary>
      <ul>
        {parts.map(({ pointer, place, source }) => (
          <li key={pointer}>
            {place} <span className="quiet">{sourceText(source, locale)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
