import { Alert } from 'antd';
import type { SheetLength } from '#core/model/wire/index.ts';
import { useSheetLength, useSheetSettings } from '#renderer/api/index.ts';
import { useOpenCase } from '#renderer/form/index.ts';
import { applicantWords, useWords } from '#renderer/locales/index.ts';
import { Cuts } from './Cuts.tsx';
import { percentOf } from './percent.ts';

type Props = {
  sheet: string;
  title: string;
  /** Whether its title stands above. */
  isTitled?: boolean;
};

/** Of a sheet that may have so many pages: how full it is, and where it is too long. Nothing where nobody can tell. */
export function Overrun({ sheet, title, isTitled = false }: Props) {
  const { edition } = useOpenCase();
  const { pages, formats } = edition.definition.sheets.find(({ id }) => id === sheet) ?? {};
  if (pages === undefined || !formats?.includes('pdf')) return null;
  return <Length sheet={sheet} title={title} isTitled={isTitled} />;
}

function Length({ sheet, title, isTitled }: Required<Props>) {
  const { store } = useOpenCase();
  const { data } = useSheetLength(store.view.id, sheet);
  if (!data) return null;
  const { pages, most, fit } = data;
  if (pages > most) return <TooLong caseId={store.view.id} sheet={sheet} title={title} length={data} />;
  return fit ? <Share title={title} isTitled={isTitled} share={fit.share} /> : null;
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

function Share({ title, isTitled, share }: { title: string; isTitled: boolean; share: number }) {
  const words = useWords(applicantWords);
  const percent = percentOf(share);
  const sentence = words.fitted(title, percent);
  return (
    <div className="sheet-share">
      <meter aria-label={sentence} min={0} max={1} value={share} high={0.9} />
      <span>{isTitled ? words.share(percent) : sentence}</span>
    </div>
  );
}
