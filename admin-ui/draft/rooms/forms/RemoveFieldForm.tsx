import { Checkbox } from 'antd';
import { useMemo, useState } from 'react';
import type { CategoryDefinition, SectionDefinition } from '#core/model/index.ts';
import { draftFormsWords, useWords } from '#renderer/locales/index.ts';
import { ChangeForm } from '../../ChangeForm.tsx';
import { useOpenDraft } from '../../DraftContext.tsx';
import { filesOfCycle } from '../../model/files.ts';
import { fieldRemoved, type Level } from './model/changed-field.ts';
import type { FieldRow } from './model/fields.ts';
import { usesOf } from './model/uses.ts';
import { LevelField } from './parts.tsx';

type Props = {
  row: FieldRow;
  category: CategoryDefinition;
  section: SectionDefinition;
  users: CategoryDefinition[];
  close: () => void;
};

/** A field is removed: what reads it stands above the button, and goes along where it is a change of its own. */
export function RemoveFieldForm({ row, category, section, users, close }: Props) {
  const words = useWords(draftFormsWords);
  const { edition, files, cycle } = useOpenDraft();
  const [level, setLevel] = useState<Level>({
    section: section.id,
    cycle,
    ...(row.from !== undefined && { category: row.from }),
  });
  const [takesAlong, setAlong] = useState(true);
  const uses = useMemo(
    () => usesOf(edition, filesOfCycle(files, cycle), { section: section.id, cycle, field: row.field }),
    [edition, files, cycle, section, row],
  );
  const along =
    takesAlong && level.category === undefined ? uses.flatMap(({ without }) => without ?? []) : [];
  const isLeft = uses.some(({ sort, without }) => without === undefined && sort !== 'example');
  return (
    <ChangeForm
      label={words.of(words.remove, row.title)}
      changes={[...along, fieldRemoved(row, level)]}
      onWrong={() => undefined}
      close={close}
    >
      <LevelField level={level} category={category} users={users} onChange={setLevel} />
      <div>
        <p>{words.removeTitle(row.title)}</p>
        {uses.length === 0 && <p className="quiet">{words.removeNothing}</p>}
        <ul className="uses">
          {uses.map(({ sort, title, count }) => (
            <li key={`${sort}/${title}`}>
              {words.readerLine(words.readerSorts[sort] ?? sort, title, count)}
            </li>
          ))}
          <li>{words.removeAnswers}</li>
        </ul>
      </div>
      {level.category !== undefined && <p>{words.removeOnly(category.title)}</p>}
      {level.category === undefined && uses.some(({ without }) => without) && (
        <Checkbox checked={takesAlong} onChange={({ target }) => setAlong(target.checked)}>
          {words.removeAlong}
        </Checkbox>
      )}
      {isLeft && <p className="quiet">{words.removeLeft}</p>}
    </ChangeForm>
  );
}
