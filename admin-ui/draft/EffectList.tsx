import { useDeferredValue, useMemo } from 'react';
import type { Change } from '#core/change/index.ts';
import { draftWords, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from './DraftContext.tsx';
import { effectsOf } from './model/effects.ts';
import { filesOfCycle } from './model/files.ts';

const SHOWN = 12;

/** The sentences that changes would alter, as they are and as they would be. */
export function EffectList({ changes }: { changes: Change[] }) {
  const words = useWords(draftWords);
  const { files, cycle } = useOpenDraft();
  const meant = useDeferredValue(JSON.stringify(changes));
  const effects = useMemo(
    () => effectsOf(filesOfCycle(files, cycle), JSON.parse(meant)),
    [files, cycle, meant],
  );
  if ('problem' in effects) return <p className="problem">{effects.problem.message}</p>;
  const { texts } = effects;
  if (texts.length === 0) return <p className="quiet">{words.noEffects}</p>;
  return (
    <div className="effects" aria-live="polite">
      <p>{words.effects(texts.length)}</p>
      <ul>
        {texts.slice(0, SHOWN).map(({ place, before, after }) => (
          <li key={`${place}/${before}/${after}`}>
            <span className="quiet">{place}</span>
            {before !== '' && <del>{before}</del>}
            {after !== '' && <ins>{after}</ins>}
          </li>
        ))}
      </ul>
      {texts.length > SHOWN && <p className="quiet">{words.moreEffects(texts.length - SHOWN)}</p>}
    </div>
  );
}
