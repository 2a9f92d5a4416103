import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { CompiledEdition } from '#core/model/index.ts';
import { casesWords, useLocale, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../../DraftContext.tsx';
import { findGaps, type Gap } from '../../model/coverage.ts';
import { ruleEntries, sentenceOf } from '../../model/rules.ts';
import { tryable } from '../../model/trial.ts';

/** After whatever else the page has to do. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Which rules no case reaches, of the files as they are, when somebody asks. */
export function Coverage() {
  const words = useWords(casesWords);
  const { edition } = useOpenDraft();
  const [found, setFound] = useState<Gap[] | 'looking' | { problem: string }>();
  const search = async () => {
    setFound('looking');
    await breathe();
    try {
      const compiled: CompiledEdition = tryable(edition.definition);
      setFound(await findGaps(compiled, ruleEntries(edition), breathe));
    } catch (error) {
      setFound({ problem: error instanceof Error ? error.message : String(error) });
    }
  };
  return (
    <section className="coverage" aria-label={words.coverage}>
      <Button loading={found === 'looking'} onClick={() => void search()}>
        {words.coverage}
      </Button>
      {Array.isArray(found) && <Gaps gaps={found} />}
      {typeof found === 'object' && 'problem' in found && (
        <Alert type="error" showIcon role="alert" title={words.wrong} description={found.problem} />
      )}
    </section>
  );
}

function Gaps({ gaps }: { gaps: Gap[] }) {
  const words = useWords(casesWords);
  const locale = useLocale();
  if (gaps.length === 0) return <Alert type="success" showIcon title={words.covered} />;
  return (
    <>
      {(['unreached', 'neverBroken', 'neverHeld'] as const).map((lacks) => {
        const own = gaps.filter((one) => one.lacks === lacks);
        if (own.length === 0) return null;
        return (
          <div key={lacks}>
            <h2>{words.gaps[lacks](own.length)}</h2>
            <ul>
              {own.map(({ entry }) => (
                <li key={entry.key}>
                  {entry.heading} · {entry.rule.message}
                  <div className="quiet">{sentenceOf(entry.rule, entry.scope, locale)}</div>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </>
  );
}
