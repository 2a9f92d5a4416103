import { useLocation } from 'wouter';
import type { DraftView } from '#core/model/wire/index.ts';
import { draftPreviewWords, useWords } from '#renderer/locales/index.ts';
import { type Target, useOpenDraft } from '../DraftContext.tsx';
import { draftPath } from '../paths.ts';
import { roomOf, targetOf } from './rooms.ts';

type Props = {
  problem: Pick<DraftView['problems'][number], 'severity' | 'file' | 'pointer' | 'place' | 'message'>;
};

/** Something that is wrong with the draft: its sentence, its place, and the way to where it is mended. */
export function ProblemLine({ problem }: Props) {
  const words = useWords(draftPreviewWords);
  const { view, edition, setTarget } = useOpenDraft();
  const [, go] = useLocation();
  const path = draftPath(view.id, roomOf(problem));
  return (
    <li>
      <span className={problem.severity === 'error' ? 'problem' : undefined}>{problem.message}</span>
      <div className="quiet">
        {problem.place}{' '}
        <a
          href={path}
          onClick={(event) => {
            event.preventDefault();
            setTarget(withForm(targetOf(problem), edition.definition.categories));
            go(path);
          }}
        >
          {words.goTo}
        </a>
      </div>
    </li>
  );
}

type Forms = { id: string; sections: { id: string }[] }[];

/** A section is looked at in a form: in the first that has it where none is named. */
function withForm({ category, section }: Target, forms: Forms): Target {
  const form = category ?? forms.find(({ sections }) => sections.some(({ id }) => id === section))?.id;
  return { ...(form !== undefined && { category: form }), ...(section !== undefined && { section }) };
}
