import { useSheetSettings, useSheetTemplates } from '#renderer/api/index.ts';
import { useOpenCase } from '#renderer/form/index.ts';
import { applicantWords, useWords } from '#renderer/locales/index.ts';
import { Cuts } from './Cuts.tsx';
import { percentOf } from './percent.ts';
import { useSheetFit } from './useSheetFit.ts';

const NOTHING_SET = {};

/** How full the sheets are that must fit on one page, while they are filled in. */
export default function SheetMeters() {
  const { store, edition } = useOpenCase();
  const { view } = store;
  const fitted = view.sheets.filter(({ id }) => edition.sheets[id]?.fit);
  const { locale } = edition.definition.programme;
  const isAsked = fitted.length > 0 && view.editingAs !== null;
  const { data } = useSheetTemplates(view.edition, view.category, locale, isAsked);
  if (!isAsked || !data) return null;
  return (
    <section>
      {fitted.map(({ id, title }) => (
        <Meter key={id} id={id} title={title} template={data.templates[id]} />
      ))}
    </section>
  );
}

function Meter({ id, title, template }: { id: string; title: string; template: string | undefined }) {
  const words = useWords(applicantWords);
  const { store } = useOpenCase();
  const { data, isError } = useSheetSettings(store.view.id, id);
  const fit = useSheetFit({ id, template, settings: isError ? NOTHING_SET : data?.settings });
  if (!fit) return null;
  const percent = percentOf(fit.share);
  const sentence = words.fitted(title, percent);
  return (
    <div className="sheet-meter">
      <meter aria-label={sentence} min={0} max={1} value={fit.share} high={0.9} />
      <span className={percent > 100 ? 'problem' : 'quiet'}>{sentence}</span>
      {fit.overflow.length > 0 && <Cuts overflow={fit.overflow} />}
    </div>
  );
}
