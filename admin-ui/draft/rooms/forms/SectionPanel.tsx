import { Button, Select } from 'antd';
import { useMemo } from 'react';
import type { CategoryDefinition, SectionDefinition } from '#core/model/index.ts';
import { draftFormsWords, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../../DraftContext.tsx';
import { useUnsent } from '../../useUnsent.ts';
import { AddFieldForm } from './AddFieldForm.tsx';
import { FieldTable } from './FieldTable.tsx';
import { fieldRows } from './model/fields.ts';
import { type FormMatrix, usersOf } from './model/matrix.ts';
import { SectionForm } from './SectionForm.tsx';

type Props = {
  matrix: FormMatrix;
  category: CategoryDefinition;
  section: SectionDefinition;
  close: () => void;
};

/** A section as one form has it: what it asks for, and what is done about it. */
export function SectionPanel({ matrix, category, section, close }: Props) {
  const words = useWords(draftFormsWords);
  const { edition, isOpen, setTarget } = useOpenDraft();
  const rows = useMemo(() => fieldRows({ edition, category, section }), [edition, category, section]);
  const users = usersOf(matrix, section.id);
  const at = `${category.id}/${section.id}`;
  const [doing, setDoing, forget] = useUnsent<'field' | 'section' | null>(`${at}/doing`, null);
  const done = () => {
    setDoing(null);
    forget();
  };
  const hasFields = section.kind === 'form' || section.kind === 'table';
  return (
    <section aria-label={words.sectionOf(section.title, category.title)}>
      <div className="section-head">
        <h2>{section.title}</h2>
        <Select
          aria-label={words.for}
          value={category.id}
          onChange={(id) => setTarget({ category: id, section: section.id })}
          options={users.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <span className="quiet">
          {words.usedBy(users.length)} · {words.writers}：
          {(section.editBy ?? ['applicant']).map((who) => words.roles[who] ?? who).join('、')}
        </span>
        <Button onClick={close}>{words.back}</Button>
      </div>
      {!hasFields && <p className="quiet">{words.notFields}</p>}
      {isOpen && doing === null && (
        <div className="change-buttons">
          {hasFields && (
            <Button type="primary" onClick={() => setDoing('field')}>
              {words.addField}
            </Button>
          )}
          <Button onClick={() => setDoing('section')}>{words.sectionText}</Button>
        </div>
      )}
      {doing === 'field' && (
        <AddFieldForm rows={rows} category={category} section={section} users={users} close={done} />
      )}
      {doing === 'section' && (
        <SectionForm category={category} section={section} users={users} close={done} removed={close} />
      )}
      {rows.length > 0 && <FieldTable rows={rows} category={category} section={section} users={users} />}
    </section>
  );
}
