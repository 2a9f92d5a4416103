import { Button } from 'antd';
import { useId, useState } from 'react';
import type { CategoryDefinition, SectionDefinition } from '#core/model/index.ts';
import { draftFormsWords, draftWords, useWords } from '#renderer/locales/index.ts';
import { LineField } from '#renderer/plain-forms/index.ts';
import { ChangeForm } from '../../ChangeForm.tsx';
import { useOpenDraft } from '../../DraftContext.tsx';
import { useOpened } from '../../useUnsent.ts';
import type { Level } from './model/changed-field.ts';
import { LevelField, TextProperty } from './parts.tsx';

type Props = {
  category: CategoryDefinition;
  section: SectionDefinition;
  users: CategoryDefinition[];
  close: () => void;
  removed: () => void;
};

/** What a section is called, how it is explained, how many rows it takes; and its removal. */
export function SectionForm({ category, section, users, close, removed }: Props) {
  const words = useWords(draftFormsWords);
  const draft = useWords(draftWords);
  const { cycle } = useOpenDraft();
  const [level, setLevel] = useState<Level>({ section: section.id, cycle });
  const [isRemoving, setRemoving] = useState(false);
  if (isRemoving)
    return (
      <ChangeForm
        label={words.removeSection}
        changes={[{ kind: 'removeSection', section: section.id, cycle }]}
        onWrong={() => undefined}
        close={() => {
          close();
          removed();
        }}
      >
        <p>{words.removeSectionText(users.length)}</p>
      </ChangeForm>
    );
  const at = `${category.id}/${section.id}`;
  return (
    <div className="field-form">
      <LevelField level={level} category={category} users={users} onChange={setLevel} />
      <TextProperty
        name={`${at}/title`}
        label={words.sectionTitle}
        hint={words.showHere}
        value={section.title}
        change={(text) => sectionText(level, 'title', text)}
      />
      <TextProperty
        name={`${at}/help`}
        label={words.help}
        hint={words.showHere}
        value={section.help ?? ''}
        change={(text) => sectionText(level, 'help', text)}
      />
      {section.kind === 'table' && <RowsField section={section} level={level} />}
      <div className="change-buttons">
        <Button onClick={close}>{draft.cancel}</Button>
        <Button danger onClick={() => setRemoving(true)}>
          {words.removeSection}
        </Button>
      </div>
    </div>
  );
}

function sectionText({ section, cycle, category }: Level, word: string, text: string) {
  const part = category === undefined ? 'section' : 'category';
  const way = category === undefined ? [word] : ['overlay', section, word];
  return { kind: 'setText', part, id: category ?? section, cycle, way, text };
}

/** How many rows a table takes, unless a number decides it. */
function RowsField({ section, level }: { section: SectionDefinition; level: Level }) {
  const words = useWords(draftFormsWords);
  const { edition } = useOpenDraft();
  const id = useId();
  const most = String(section.schema?.maxItems ?? '');
  const [typed, setTyped] = useOpened<string>(`rows/${level.category ?? ''}/${section.id}`);
  const place = placeOfSection(edition, section);
  if (edition.locate(`${place}/schema/maxItems`).pointer.startsWith('/facts'))
    return (
      <p>
        {words.rowsLimit} {most} <span className="quiet">{words.byFact}</span>
      </p>
    );
  if (typed === null)
    return (
      <p>
        {words.rowsLimit} {most}{' '}
        <Button size="small" onClick={() => setTyped(most)}>
          {words.edit}
        </Button>
      </p>
    );
  const isRight = /^\d{1,4}$/.test(typed.trim());
  return (
    <ChangeForm
      label={words.rowsLimit}
      changes={isRight ? [{ kind: 'setLimit', ...level, limit: 'maxItems', value: Number(typed) }] : null}
      onWrong={() => undefined}
      close={() => setTyped(null)}
    >
      <LineField
        name={id}
        label={words.rowsLimit}
        value={typed}
        error={isRight ? undefined : words.wrongNumber}
        size="middle"
        autoComplete="off"
        maxLength={4}
        onChange={setTyped}
      />
    </ChangeForm>
  );
}

function placeOfSection(
  { definition }: ReturnType<typeof useOpenDraft>['edition'],
  section: SectionDefinition,
): string {
  const form = definition.categories.findIndex(({ sections }) => sections.includes(section));
  return `/categories/${form}/sections/${definition.categories[form]?.sections.indexOf(section)}`;
}
