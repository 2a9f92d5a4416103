import { Alert } from 'antd';
import type { SheetLength } from '#core/model/wire/index.ts';
import { useSheetLength, useSheetSettings } from '#renderer/api/index.ts';
import { useOpenCase } from '#renderer/form/index.ts';
import { applicantWords, useWords } from '#renderer/locales/index.ts';
import { Cuts } from './Cuts.tsx';
import { percentOf } from './percent.ts';

/** Of a sheet that may have so many pages: how full it is, and where it is too long. Nothing where nobody can tell. */
export function Overrun({ sheet, title }: { sheet: string; title: string }) {
  const { edition } = useOpenCase();
  const { pages, formats } = edition.definition.sheets.find(({ id }) => id === sheet) ?? {};
  return pages !== undefined && formats?.includes('pdf') ? <Length sheet={sheet} title={title} /> : null;
}

function Length({ sheet, title }: { sheet: string; title: string }) {
  const { store } = useOpenCase();
  const { data } = useSheetLength(store.view.id, sheet);
  if (!data) return null;
  const { pages, most, fit } = data;
  if (pages > most) return <TooLong caseId={store.view.id} sheet={sheet} title={title} length={data} />;
  return fit ? <Share title={title} share={fit.share} /> : null;
}

type TooLongProps = { caseId: string; sheet: string; title: string; length: SheetLength };

/** What is set by hand may be set smaller; what the fit has chosen is as small as it may be. */
function TooLong({ caseId, sheet, title, length: { pages, most, fit } }: TooLongProps) {
  const words = useWords(applicantWords);
  const { data } = useSheetSettings(caseId, sheet);
  const isSet = data?.chosen.some((name) => data.settings[name] !== undefined);
  const sentence = fit === undefined || isSet ? words.overrun : words.overrunSmallest;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={sentence(title, pages, most)}
      description={fit && <Cuts overflow={fit.overflow} />}
    />
  );
}

function Share({ title, share }: { title: string; share: number }) {
  const words = useWords(applicantWords);
  const percent = percentOf(share);
  const sentence = words.fitted(title, percent);
  return (
    <div className="sheet-share">
      <meter aria-label={sentence} min={0} max={1} value={share} high={0.9} />
      <span>{sentence}</span>
    </div>
  );
}
