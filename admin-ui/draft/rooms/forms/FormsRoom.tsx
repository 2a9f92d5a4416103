import { Button } from 'antd';
import { useMemo } from 'react';
import { Page } from '#renderer/frame/index.ts';
import { HelpMark } from '#renderer/help/index.ts';
import { draftFormsWords, draftWords, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../../DraftContext.tsx';
import { useUnsent } from '../../useUnsent.ts';
import { AddFormForm } from './AddFormForm.tsx';
import { AddSectionForm } from './AddSectionForm.tsx';
import './forms.css';
import { FormsMatrix } from './FormsMatrix.tsx';
import { type FormSort, matrixOf, sectionIn } from './model/matrix.ts';
import { SectionPanel } from './SectionPanel.tsx';

/** The forms of applications: which has which section, and the fields of each. */
export function FormsRoom() {
  const words = useWords(draftWords);
  return (
    <Page
      title={
        <>
          {words.rooms.forms} <HelpMark topic="changingForms" />
        </>
      }
    >
      <Forms sort="applications" />
    </Page>
  );
}

/** Forms of a sort as a matrix; one of its cells opened shows the fields. */
export function Forms({ sort }: { sort: FormSort }) {
  const words = useWords(draftFormsWords);
  const { edition, isOpen, target, setTarget } = useOpenDraft();
  const matrix = useMemo(() => matrixOf(edition, sort), [edition, sort]);
  const [adding, setAdding, forget] = useUnsent<'section' | 'form' | null>(`${sort}/adding`, null);
  const category = matrix.categories.find(({ id }) => id === target.category);
  const section = category && target.section !== undefined ? sectionIn(category, target.section) : undefined;
  const close = () => {
    setAdding(null);
    forget();
  };
  if (category && section)
    return (
      <SectionPanel
        key={`${category.id}/${section.id}`}
        matrix={matrix}
        category={category}
        section={section}
        close={() => setTarget({ category: category.id })}
      />
    );
  return (
    <>
      <p className="quiet">{words.formsHint}</p>
      <FormsMatrix matrix={matrix} open={(one, id) => setTarget({ category: one, section: id })} />
      {adding === 'section' && <AddSectionForm matrix={matrix} close={close} />}
      {adding === 'form' && <AddFormForm matrix={matrix} close={close} />}
      {isOpen && adding === null && sort === 'applications' && (
        <div className="change-buttons">
          <Button onClick={() => setAdding('section')}>{words.addSection}</Button>
          <Button onClick={() => setAdding('form')}>{words.addForm}</Button>
        </div>
      )}
    </>
  );
}
