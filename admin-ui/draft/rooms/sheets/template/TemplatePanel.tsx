import { useEffect, useRef, useState } from 'react';
import { templateEdit } from '#core/change/index.ts';
import { placedFaults } from '#core/lint/index.ts';
import type { SheetDefinition } from '#core/model/index.ts';
import { sheetWords, useWords } from '#renderer/locales/index.ts';
import { ChangeForm } from '../../../ChangeForm.tsx';
import { useOpenDraft } from '../../../DraftContext.tsx';
import { useSentenceOf } from '../../../useSentenceOf.ts';
import { useUnsent } from '../../../useUnsent.ts';
import { TemplateEditor } from './TemplateEditor.tsx';

type Props = { sheet: SheetDefinition; template: string };

/** The template of a sheet as text, with what is wrong marked in place. What is typed stays in the browser until it is a change. */
export default function TemplatePanel({ sheet, template }: Props) {
  const words = useWords(sheetWords);
  const { edition, cycle } = useOpenDraft();
  const { definition } = edition;
  const sentenceOf = useSentenceOf();
  const { typed, isTyped, type, restart, round } = useTyped(`template/${cycle}/${sheet.id}`, template);
  const host = useRef<HTMLElement>(null);
  const errors = isTyped
    ? placedFaults(typed.text, { sheet, definition }).filter(({ isError }) => isError).length
    : 0;
  const edit = isTyped && errors === 0 ? templateEdit(typed.base, typed.text) : undefined;
  const change = edit && { kind: 'editTemplate', sheet: sheet.id, cycle, ...edit };
  return (
    <section ref={host} aria-label={words.template}>
      <p className="quiet">{words.templateHint}</p>
      <TemplateEditor key={round} sheet={sheet} definition={definition} text={typed.text} change={type} />
      {isTyped && (
        <ChangeForm
          label={words.template}
          changes={change ? [change] : null}
          onWrong={() => host.current?.querySelector<HTMLElement>('.cm-content')?.focus()}
          close={() => restart(template)}
          showsEffects={false}
        >
          <p role="status" className={errors > 0 ? 'problem' : 'quiet'}>
            {words.faults(errors)}
          </p>
          {change && <p>{sentenceOf(change)}</p>}
        </ChangeForm>
      )}
    </section>
  );
}

/** What is typed, upon which template; a new round begins with another text. */
function useTyped(name: string, template: string) {
  const [typed, setTyped, forget] = useUnsent(name, { base: template, text: template });
  const [round, setRound] = useState(0);
  const isTyped = typed.text !== typed.base;
  const restart = (text: string) => {
    setTyped({ base: text, text });
    setRound((before) => before + 1);
  };
  useEffect(() => {
    if (!isTyped) forget();
  }, [isTyped, forget]);
  // What was saved comes back as the draft's own, and so does what others change while nothing is typed.
  useEffect(() => {
    if (typed.base !== template && (!isTyped || typed.text === template)) restart(template);
  });
  const type = (text: string) => setTyped(({ base }) => ({ base, text }));
  return { typed, isTyped, type, restart, round };
}
