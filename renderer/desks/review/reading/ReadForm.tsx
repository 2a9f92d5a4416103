import { isObject, valueAt } from '#core/json/index.ts';
import type { CompiledSection, FieldSchema, Json } from '#core/model/index.ts';
import { useOrganisation, wayTo } from '#renderer/api/index.ts';
import { useOpenCase, useSnapshot } from '#renderer/form/index.ts';
import { reviewWords, useWords } from '#renderer/locales/index.ts';
import { Files } from './Files.tsx';
import { type Field, fieldsOf, isGroup } from './fields.ts';
import { Masked } from './Masked.tsx';
import { useText } from './useText.ts';

/** Texts longer than this take the whole width. */
const LONG = 28;

type Props = { section: CompiledSection; value: Json | undefined };

/** One record, read like the printed form: labels and values in cells. */
export function ReadForm({ section, value }: Props) {
  return <Cells section={section} record={section.definition.schema ?? {}} value={value} at="" />;
}

function Cells({ section, record, value, at }: Props & { record: FieldSchema; at: string }) {
  const live = useSnapshot((snapshot) => snapshot.live);
  const { id, ui = {} } = section.definition;
  const write = useText();
  const answerOf = ({ key }: Field) => (isObject(value) ? value[key] : undefined);
  const fields = fieldsOf(record, ui, at).filter(
    ({ pointer, listed }) => live.field(`/${id}${pointer}`, listed).visible,
  );
  return (
    <dl className="read">
      {laidOut(fields, (field) => needsWidth(section, field, write(field.schema, answerOf(field)))).map(
        (cell) => (
          <Cell key={cell.field.key} {...cell} section={section} value={answerOf(cell.field)} />
        ),
      )}
    </dl>
  );
}

const needsWidth = (section: CompiledSection, field: Field, text: string): boolean =>
  isGroup(field.schema) || text.length > LONG || section.definition.ui?.[field.pointer]?.span === 24;

/** `stacked`: too wide to be beside its label on a phone. */
type Placed = { field: Field; wide: boolean; stacked: boolean };

/** Two cells per line; a cell that is alone in its line takes all of it, as on paper. */
function laidOut(fields: readonly Field[], isWide: (field: Field) => boolean): Placed[] {
  const placed = fields.map((field) => {
    const wide = isWide(field);
    return { field, wide, stacked: wide };
  });
  let open: Placed | null = null;
  for (const cell of placed) {
    if (cell.wide && open) open.wide = true;
    open = cell.wide || open ? null : cell;
  }
  if (open) open.wide = true;
  return placed;
}

type CellProps = Placed & { section: CompiledSection; value: Json | undefined };

function Cell({ section, field, value, wide, stacked }: CellProps) {
  const group = isGroup(field.schema);
  const { definition } = section;
  const slots = (definition.slots ?? []).filter((slot) => slot.per !== 'row' && slot.at === field.pointer);
  return (
    <div
      className={['cell-pair', wide && 'wide-pair', stacked && 'stacked'].filter(Boolean).join(' ')}
      id={`/${definition.id}${field.pointer}`}
      tabIndex={-1}
    >
      <dt>{field.title}</dt>
      <dd>
        {group ? (
          <Cells
            section={section}
            record={field.schema}
            value={valueAt(value, []) ?? {}}
            at={field.pointer}
          />
        ) : (
          <Text section={section} field={field} value={value} />
        )}
        {slots.length > 0 && <Files section={definition.id} slots={slots} named />}
      </dd>
    </div>
  );
}

/** A value as text; an organisation with its path, never as its id. */
function Text({ section, field, value }: Pick<CellProps, 'section' | 'field' | 'value'>) {
  const words = useWords(reviewWords);
  const write = useText();
  const { store } = useOpenCase();
  const isOrganisation = section.definition.ui?.[field.pointer]?.widget === 'organisation';
  const organisation = useOrganisation(isOrganisation && typeof value === 'string' ? value : undefined).data;
  const named = organisation ? wayTo(organisation) : '';
  const unit = section.definition.ui?.[field.pointer]?.suffix;
  const written = isOrganisation ? named : write(field.schema, value);
  const text = written && unit ? `${written} ${unit}` : written;
  if (!text) return <span className="quiet">{words.blank}</span>;
  if (!field.schema.sensitive || !store.view.masked) return text;
  const place = { section: section.definition.id, path: field.pointer, title: field.title };
  return <Masked {...place} schema={field.schema} text={text} />;
}
