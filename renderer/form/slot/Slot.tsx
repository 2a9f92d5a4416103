import { UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { isEvidence } from '#core/evaluate/index.ts';
import { formWords, useWords } from '#renderer/locales/index.ts';
import { SheetLink } from '../SheetLink.tsx';
import { useOpenCase, useSnapshot } from '../store/context.tsx';
import { Message } from '../templates/Message.tsx';
import { StoredFile } from './StoredFile.tsx';
import { useFileChoice } from './useFileChoice.tsx';
import { type SlotPlace, useSlot } from './useSlot.ts';

type Props = SlotPlace & { editable: boolean; named?: boolean };

/** A slot: its files, and the upload. Disabled until what it proves has been saved. */
export function Slot(props: Props) {
  const words = useWords(formWords);
  const { section, slot, row, editable, named = true } = props;
  const state = useSnapshot(({ live }) => live).slot(section, slot.id, row);
  const { anchor, files, problems, saved } = useSlot(props);
  const choice = useFileChoice(props);
  if (!state.visible) return null;

  const single = (slot.max ?? 1) === 1;
  const { percent, cancel, sentence } = choice.upload;
  const offersUpload = editable && files.filter(isEvidence).length < (slot.max ?? 1) && percent === null;
  return (
    <fieldset className="plain slot" id={anchor} tabIndex={-1} aria-label={slot.title}>
      {named && <SlotTitle title={slot.title} starred={state.required && editable} />}
      {files.map((file) => (
        <StoredFile
          key={file.id}
          file={file}
          editable={editable}
          replace={single ? () => choice.open(file.id) : undefined}
        />
      ))}
      {offersUpload && (
        <UploadButton
          disabled={!saved}
          label={named ? words.upload : words.uploadInto(slot.title)}
          open={choice.open}
        />
      )}
      {percent !== null && <Uploading title={slot.title} percent={percent} cancel={cancel} />}
      {!editable && files.length === 0 && <span className="quiet">{words.noFiles}</span>}
      {editable && slot.of && <BlankSheet id={slot.of} />}
      {slot.help && editable && row === undefined && <span className="quiet">{slot.help}</span>}
      {sentence && (
        <span className="problem" role="alert">
          {sentence}
        </span>
      )}
      {problems.map((problem) => (
        <Message key={problem.code} problem={problem} />
      ))}
      {editable && choice.input}
    </fieldset>
  );
}

function SlotTitle({ title, starred }: { title: string; starred: boolean }) {
  return (
    <span className="slot-title">
      {title}
      {starred && (
        <span className="mark" aria-hidden="true">
          *
        </span>
      )}
    </span>
  );
}

type ButtonProps = { disabled: boolean; label: string; open: () => void };

function UploadButton({ disabled, label, open }: ButtonProps) {
  const words = useWords(formWords);
  return (
    <Button
      size="small"
      icon={<UploadOutlined aria-hidden="true" />}
      disabled={disabled}
      onClick={() => open()}
    >
      {disabled ? words.saveFirst : label}
    </Button>
  );
}

type UploadingProps = { title: string; percent: number; cancel: () => void };

function Uploading({ title, percent, cancel }: UploadingProps) {
  const words = useWords(formWords);
  return (
    <span className="uploading" role="status">
      <progress max={100} value={percent} aria-label={title} /> {words.uploading(percent)}
      <Button size="small" type="link" onClick={cancel}>
        {words.cancelUpload}
      </Button>
    </span>
  );
}

/** The sheet that is to be signed and comes back here. */
function BlankSheet({ id }: { id: string }) {
  const words = useWords(formWords);
  const { store } = useOpenCase();
  const sheet = store.view.sheets.find((one) => one.id === id);
  if (!sheet) return null;
  return (
    <SheetLink sheet={sheet.id} format={sheet.formats.includes('pdf') ? 'pdf' : 'html'}>
      {words.printSheet(sheet.title)}
    </SheetLink>
  );
}
