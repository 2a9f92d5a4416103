import { Checkbox } from 'antd';
import { useId, useState } from 'react';
import type { CategoryDefinition, SectionDefinition } from '#core/model/index.ts';
import { draftFormsWords, useWords } from '#renderer/locales/index.ts';
import { focusField, LineField } from '#renderer/plain-forms/index.ts';
import { ChangeForm } from '../../ChangeForm.tsx';
import { ChoiceField } from '../../ChoiceField.tsx';
import { useOpenDraft } from '../../DraftContext.tsx';
import { useUnsent } from '../../useUnsent.ts';
import {
  type FieldProperties,
  fieldChanged,
  fieldText,
  type Level,
  propertiesOf,
  wrongLimit,
} from './model/changed-field.ts';
import type { FieldRow } from './model/fields.ts';
import { LevelField, TextProperty } from './parts.tsx';
import { RenameField } from './RenameField.tsx';
import { SlotChoice } from './SlotChoice.tsx';
import { TransferField } from './TransferField.tsx';
import { WhoField } from './WhoField.tsx';

type Props = {
  row: FieldRow;
  category: CategoryDefinition;
  section: SectionDefinition;
  users: CategoryDefinition[];
  close: () => void;
};

/** The properties of a field, each with a line of what it does. Texts are saved as they are left, the rest together. */
export function FieldForm({ row, category, section, users, close }: Props) {
  const words = useWords(draftFormsWords);
  const { cycle } = useOpenDraft();
  const id = useId();
  const at = `${category.id}/${section.id}/${row.field}`;
  const [level, setLevel] = useState<Level>(() => ({
    section: section.id,
    cycle,
    ...(row.from !== undefined && { category: row.from }),
  }));
  const before = propertiesOf(row);
  const [typed, setTyped, forget] = useUnsent<FieldProperties>(`field/${at}`, before);
  const [hasFailed, setFailed] = useState(false);
  const wrong = wrongLimit(typed);
  const change = (patch: Partial<FieldProperties>) => setTyped((now) => ({ ...now, ...patch }));
  const changes = fieldChanged(row, level, before, typed);
  const done = () => {
    forget();
    close();
  };
  return (
    <div className="field-form">
      <LevelField level={level} category={category} users={users} onChange={setLevel} />
      <TextProperty
        name={`${at}/title`}
        label={words.fieldTitle}
        hint={words.showHere}
        value={row.title}
        change={(text) => fieldText(row, level, 'title', text)}
      />
      <TextProperty
        name={`${at}/help`}
        label={words.help}
        hint={words.helpHint}
        mayBeEmpty
        value={String(row.ui.help ?? '')}
        change={(text) => fieldText(row, level, 'help', text)}
      />
      <ChangeForm
        label={words.of(words.edit, row.title)}
        changes={wrong === undefined && changes.length > 0 ? changes : null}
        onWrong={() => {
          setFailed(true);
          if (wrong !== undefined) focusField(`${id}-${wrong}`);
          else done();
        }}
        close={done}
      >
        {row.demand.when === undefined && row.schema.derive === undefined && (
          <div className="line">
            <Checkbox
              checked={typed.isRequired}
              onChange={({ target }) => change({ isRequired: target.checked })}
            >
              {words.always}
            </Checkbox>
            <p className="hint">{words.requiredHint}</p>
          </div>
        )}
        <LimitFields id={id} row={row} typed={typed} hasFailed={hasFailed} change={change} />
        {before.list !== '' && <ListField typed={typed} change={change} />}
        <WhoField
          label={words.whoWrites}
          none={words.asSection}
          value={typed.editBy}
          onChange={(editBy) => change({ editBy })}
        />
        <WhoField
          label={words.whoSees}
          none={words.everybody}
          value={typed.visibleTo}
          onChange={(visibleTo) => change({ visibleTo })}
        />
        <SheetsField section={section} typed={typed} change={change} />
      </ChangeForm>
      <SlotChoice row={row} section={section} level={level} />
      {level.category === undefined && (
        <>
          <RenameField row={row} level={level} section={section} />
          <TransferField row={row} level={level} section={section} />
        </>
      )}
    </div>
  );
}

type PartProps = { typed: FieldProperties; change: (patch: Partial<FieldProperties>) => void };
type LimitProps = PartProps & { id: string; row: FieldRow; hasFailed: boolean };

/** The bounds of a field; one that follows a number says so. */
function LimitFields({ id, row, typed, hasFailed, change }: LimitProps) {
  const words = useWords(draftFormsWords);
  const { edition } = useOpenDraft();
  const wrong = wrongLimit(typed);
  const limits = Object.entries(typed.limits);
  if (limits.length === 0) return null;
  return (
    <div className="limit-fields">
      {limits.map(([limit, text]) =>
        hasFact(edition, row, limit) ? (
          <p key={limit}>
            {words.limits[limit]} {text} <span className="quiet">{words.byFact}</span>
          </p>
        ) : (
          <LineField
            key={limit}
            name={`${id}-${limit}`}
            label={words.limits[limit] ?? limit}
            value={text}
            error={hasFailed && wrong === limit ? words.wrongNumber : undefined}
            starred={false}
            size="middle"
            autoComplete="off"
            maxLength={16}
            note={<span className="quiet">{words.limitHint}</span>}
            onChange={(next) => change({ limits: { ...typed.limits, [limit]: next } })}
          />
        ),
      )}
    </div>
  );
}

/** Whether a limit is written as a fact in the section's own file. */
function hasFact(
  edition: ReturnType<typeof useOpenDraft>['edition'],
  { place }: FieldRow,
  limit: string,
): boolean {
  return edition.locate(`${place}/${limit}`).pointer.startsWith('/facts');
}

function ListField({ typed, change }: PartProps) {
  const words = useWords(draftFormsWords);
  const { edition } = useOpenDraft();
  return (
    <ChoiceField
      label={words.list}
      value={typed.list}
      onChange={(list) => change({ list })}
      options={edition.definition.codes.map(({ id, title }) => ({ value: id, label: title }))}
    />
  );
}

/** On which of its section's sheets a field may stand. */
function SheetsField({ section, typed, change }: PartProps & { section: SectionDefinition }) {
  const words = useWords(draftFormsWords);
  const { edition } = useOpenDraft();
  const { sheets = [] } = section;
  if (sheets.length === 0) return null;
  return (
    <fieldset className="line">
      <legend>{words.onSheets}</legend>
      <Checkbox.Group
        value={typed.sheets ?? sheets}
        onChange={(chosen) => change({ sheets: chosen.length === sheets.length ? null : chosen })}
        options={edition.definition.sheets
          .filter((sheet) => sheets.includes(sheet.id))
          .map((sheet) => ({ value: sheet.id, label: sheet.title }))}
      />
      <p className="hint">{words.onSheetsHint}</p>
    </fieldset>
  );
}
