import { recordSchema, saysNone } from '#core/form/index.ts';
import { isObject, valueAt } from '#core/json/index.ts';
import type {
  CompiledSection,
  Json,
  JsonObject,
  SectionDefinition,
  SlotDefinition,
} from '#core/model/index.ts';
import { writeAnswer } from '#core/normalise/index.ts';
import { useOpenCase, useSnapshot } from '#renderer/form/index.ts';
import { Empty, useNarrow } from '#renderer/frame/index.ts';
import { reviewWords, useWords } from '#renderer/locales/index.ts';
import { Files } from './Files.tsx';
import { type Field, fieldsOf } from './fields.ts';
import { Scroll } from './Scroll.tsx';
import { StrikeButton } from './StrikeButton.tsx';
import { useText } from './useText.ts';

type Row = JsonObject & { id: string };
type Props = { section: CompiledSection; value: Json | undefined };

const isRow = (item: Json): item is Row => isObject(item) && typeof item.id === 'string';

/** Rows, read like the printed form; on a phone a card each. */
export function ReadTable({ section, value }: Props) {
  const words = useWords(reviewWords);
  const narrow = useNarrow();
  const { store } = useOpenCase();
  const live = useSnapshot((snapshot) => snapshot.live);
  const { definition } = section;
  const stored = useSnapshot(({ values }) => values[definition.id]);
  const rows = Array.isArray(value) ? value.filter(isRow) : [];
  if (saysNone(section, stored)) return <p>{writeAnswer(stored, section.shape.words)}</p>;
  if (rows.length === 0) return <Empty>{words.noRows}</Empty>;
  const visible = ({ pointer, listed }: Field) =>
    rows.some((_, index) => live.field(`/${definition.id}/${index}${pointer}`, listed).visible);
  const columns = fieldsOf(recordSchema(definition), definition.ui ?? {}).filter(visible);
  const struck = (row: string) =>
    store.view.strikes.some((one) => one.section === definition.id && one.row === row);
  const Lines = narrow ? Cards : Lined;
  return <Lines section={section} rows={rows} columns={columns} struck={struck} />;
}

type LinesProps = {
  section: CompiledSection;
  rows: Row[];
  columns: Field[];
  struck: (row: string) => boolean;
};

function Lined(lines: LinesProps) {
  return (
    <Scroll title={lines.section.definition.title}>
      <table className="rows">
        <Heads {...lines} />
        <tbody>
          {lines.rows.map((row, index) => (
            <Line key={row.id} {...lines} row={row} index={index} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Heads({ section: { definition }, columns }: LinesProps) {
  const words = useWords(reviewWords);
  const slots = rowSlots(definition);
  return (
    <thead>
      <tr>
        <th scope="col" className="number">
          {words.number}
        </th>
        {columns.map(({ key, title, width }) => (
          <th key={key} scope="col" style={{ width }}>
            {title}
          </th>
        ))}
        {definition.mark && <th scope="col">{definition.mark.title}</th>}
        {slots.length > 0 && (
          <th scope="col" className="proof">
            {slots.map(({ title }) => title).join(' / ')}
          </th>
        )}
        {definition.strike && (
          <th scope="col" className="strike">
            {words.actions}
          </th>
        )}
      </tr>
    </thead>
  );
}

function Line({
  section: { definition },
  columns,
  struck,
  row,
  index,
}: LinesProps & { row: Row; index: number }) {
  const slots = rowSlots(definition);
  const isStruck = struck(row.id);
  return (
    <tr id={`/${definition.id}/${row.id}`} tabIndex={-1} className={isStruck ? 'struck' : undefined}>
      <td className="number">{index + 1}</td>
      {columns.map((field) => (
        <td key={field.key}>
          <Value field={field} row={row} />
        </td>
      ))}
      {definition.mark && <td className="tick">{tickOf(row, definition.mark.default)}</td>}
      {slots.length > 0 && (
        <td className="proof">
          <Files section={definition.id} slots={slots} row={row.id} named={slots.length > 1} />
        </td>
      )}
      {definition.strike && (
        <td className="strike">
          <StrikeButton section={definition.id} row={row.id} index={index} struck={isStruck} />
        </td>
      )}
    </tr>
  );
}

/** Places for files that every row has. */
function rowSlots({ slots = [] }: SectionDefinition): SlotDefinition[] {
  return slots.filter((slot) => slot.per === 'row');
}

function Cards({ section, rows, columns, struck }: LinesProps) {
  const words = useWords(reviewWords);
  const { definition } = section;
  const slots = rowSlots(definition);
  return rows.map((row, index) => (
    <div
      key={row.id}
      id={`/${definition.id}/${row.id}`}
      tabIndex={-1}
      className={struck(row.id) ? 'card struck' : 'card'}
    >
      <h4>
        {words.row(index + 1)}
        {definition.mark && ` · ${definition.mark.title} ${tickOf(row, definition.mark.default)}`}
      </h4>
      <dl>
        {columns.map((field) => (
          <div key={field.key}>
            <dt>{field.title}</dt>
            <dd>
              <Value field={field} row={row} />
            </dd>
          </div>
        ))}
      </dl>
      <Files section={definition.id} slots={slots} row={row.id} named />
      {definition.strike && (
        <StrikeButton section={definition.id} row={row.id} index={index} struck={struck(row.id)} />
      )}
    </div>
  ));
}

function Value({ field, row }: { field: Field; row: Row }) {
  const write = useText();
  return write(field.schema, valueAt(row, [field.key]));
}

const tickOf = (row: Row, otherwise: boolean): string =>
  (typeof row.mark === 'boolean' ? row.mark : otherwise) ? '✓' : '—';
