import { UploadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useMemo, useRef } from 'react';
import { isObject } from '#core/json/index.ts';
import type { FileRef, SlotDefinition } from '#core/model/index.ts';
import { type CaseView, deleteFile, fileUrl } from '#renderer/api/index.ts';
import { useNotify } from '#renderer/frame/index.ts';
import { formWords, useWords } from '#renderer/locales/index.ts';
import { SheetLink } from '../SheetLink.tsx';
import { useOpenCase, useSnapshot } from '../store/context.tsx';
import { isMerelyMissing, useFields, useProblems } from '../templates/fields.tsx';
import { Message } from '../templates/Message.tsx';
import { FileMenu } from './FileMenu.tsx';
import { formatBytes } from './size.ts';
import { useUpload } from './useUpload.ts';

const PDF = ['application/pdf'];

type Props = {
  section: string;
  slot: SlotDefinition;
  row?: string | undefined;
  editable: boolean;
  named?: boolean;
};

/** A slot: its files, and the upload. Disabled until what it proves has been saved. */
export function Slot({ section, slot, row, editable, named = true }: Props) {
  const words = useWords(formWords);
  const { store } = useOpenCase();
  const { revealed } = useFields();
  const input = useRef<HTMLInputElement>(null);
  const replacing = useRef<string>(undefined);
  const files = useSnapshot((snapshot) => snapshot.files);
  const state = useSnapshot(({ live }) => live).slot(section, slot.id, row);
  const saved = useIsStored(section, row);
  const anchor = `${row ? `/${section}/${row}` : `/${section}`}~${slot.id}`;
  const problems = useSlotProblems(section, slot, row, anchor).filter(
    (problem) => revealed || !isMerelyMissing(problem),
  );
  const here = files.filter((file) => file.section === section && file.slot === slot.id && file.row === row);
  const used = files.reduce((sum, file) => sum + file.bytes, 0);
  const { bytes } = store.view;
  const accept = slot.accept ?? PDF;
  const limits = useMemo(
    () => ({ accept, fileBytes: bytes.file, left: bytes.limit - used }),
    [accept, bytes, used],
  );
  const place = useMemo(
    () => ({ caseId: store.view.id, section, slot: slot.id, ...(row !== undefined && { row }) }),
    [store, section, slot.id, row],
  );
  const upload = useUpload(place, limits);
  const sheet = editable && slot.of ? store.view.sheets.find(({ id }) => id === slot.of) : undefined;
  if (!state.visible) return null;

  const choose = (replaced?: string) => {
    replacing.current = replaced;
    input.current?.click();
  };
  const take = (file: File | undefined) => {
    if (input.current) input.current.value = '';
    if (file) void upload.send(file, replacing.current);
  };
  const label = named ? words.upload : words.uploadInto(slot.title);
  const roomForMore = here.length < (slot.max ?? 1);
  return (
    <fieldset className="plain slot" id={anchor} tabIndex={-1} aria-label={slot.title}>
      {named && (
        <span className="slot-title">
          {slot.title}
          {state.required && editable && (
            <span className="mark" aria-hidden="true">
              *
            </span>
          )}
        </span>
      )}
      {here.map((file) => (
        <StoredFile
          key={file.id}
          file={file}
          editable={editable}
          replace={(slot.max ?? 1) === 1 ? () => choose(file.id) : undefined}
        />
      ))}
      {editable && roomForMore && upload.percent === null && (
        <Button
          size="small"
          icon={<UploadOutlined aria-hidden="true" />}
          disabled={!saved}
          onClick={() => choose()}
        >
          {saved ? label : words.saveFirst}
        </Button>
      )}
      {upload.percent !== null && (
        <span className="uploading" role="status">
          <progress max={100} value={upload.percent} aria-label={slot.title} />{' '}
          {words.uploading(upload.percent)}
          <Button size="small" type="link" onClick={upload.cancel}>
            {words.cancelUpload}
          </Button>
        </span>
      )}
      {!editable && here.length === 0 && <span className="quiet">{words.noFiles}</span>}
      {sheet && (
        <SheetLink sheet={sheet.id} format={printed(sheet)}>
          {words.printSheet(sheet.title)}
        </SheetLink>
      )}
      {slot.help && editable && row === undefined && <span className="quiet">{slot.help}</span>}
      {upload.sentence && (
        <span className="problem" role="alert">
          {upload.sentence}
        </span>
      )}
      {problems.map((problem) => (
        <Message key={problem.code} problem={problem} />
      ))}
      {editable && (
        <input
          ref={input}
          type="file"
          hidden
          tabIndex={-1}
          aria-label={slot.title}
          accept={accept.join(',')}
          onChange={(event) => take(event.target.files?.[0])}
        />
      )}
    </fieldset>
  );
}

/** A sheet that is signed is printed first. */
const printed = ({ formats }: CaseView['sheets'][number]) => (formats.includes('pdf') ? 'pdf' : 'html');

/** A row's problems stand at the row, a section's at the section; the slot shows those that name it. */
function useSlotProblems(section: string, slot: SlotDefinition, row: string | undefined, anchor: string) {
  const all = useSnapshot(({ live }) => live.problems);
  const near = useProblems(anchor);
  const named = all.filter(
    (problem) => problem.section === section && problem.slot === slot.id && problem.row === row,
  );
  return named.length > 0 ? named : near;
}

/** Whether the server knows what the file proves: the section has been saved, and the row with it. */
function useIsStored(section: string, row: string | undefined): boolean {
  const { store } = useOpenCase();
  const stored = useSnapshot((snapshot) => snapshot.stored[section]);
  if (store.category.bySection[section]?.definition.kind === 'documents') return true;
  if (row === undefined) return stored !== undefined;
  return Array.isArray(stored) && stored.some((item) => isObject(item) && item.id === row);
}

function StoredFile({
  file,
  editable,
  replace,
}: {
  file: FileRef;
  editable: boolean;
  replace?: (() => void) | undefined;
}) {
  const words = useWords(formWords);
  const { store } = useOpenCase();
  const { modal } = App.useApp();
  const notify = useNotify();
  const remove = () =>
    modal.confirm({
      title: words.deleteFileTitle(file.name),
      content: words.deleteFileText,
      okText: words.deleteFile,
      okButtonProps: { danger: true },
      onOk: () => deleteFile(file.id).then(() => store.removeFile(file.id), notify.failure),
    });
  return (
    <span className="file">
      <a href={fileUrl(file.id)} target="_blank" rel="noreferrer">
        {file.name}
      </a>{' '}
      <span className="quiet">{words.fileFacts(file.pages, formatBytes(file.bytes))}</span>
      {editable && <FileMenu file={file} replace={replace} remove={remove} />}
    </span>
  );
}
