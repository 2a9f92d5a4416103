import { lineSum, sumColumnOf, withOwnItems } from '#core/form/index.ts';
import { asList, isObject, valueAt } from '#core/json/index.ts';
import type { CompiledSection, FieldSchema, Json } from '#core/model/index.ts';
import { useSnapshot } from '#renderer/form/index.ts';
import { reviewWords, useWords } from '#renderer/locales/index.ts';
import { Scroll } from './Scroll.tsx';
import { useText } from './useText.ts';

type Line = {
  id: string;
  title: string;
  unit: string;
  schema: FieldSchema;
  cells: Json | undefined;
  ticked: boolean;
};

/** Items by columns, those that the person added among them. */
export function ReadGrid({ section, value }: { section: CompiledSection; value: Json | undefined }) {
  const words = useWords(reviewWords);
  const write = useText();
  const live = useSnapshot((snapshot) => snapshot.live);
  const { id, title, mark } = section.definition;
  const lines = linesOf(section, value).filter((line) => live.item(id, line.id).visible);
  const sum = sumColumnOf(section.definition);
  const hasUnits = lines.some(({ unit }) => unit !== '');
  return (
    <Scroll title={title}>
      <table className="rows read-grid">
        <thead>
          <tr>
            <th scope="col">{words.item}</th>
            {hasUnits && <th scope="col">{words.unit}</th>}
            {section.columns.map((column) => (
              <th key={column.id} scope="col" className="figure">
                {column.title}
              </th>
            ))}
            {sum && (
              <th scope="col" className="figure">
                {sum.title}
              </th>
            )}
            {mark && <th scope="col">{mark.title}</th>}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id} id={`/${id}/cells/${line.id}`} tabIndex={-1}>
              <th scope="row">{line.title}</th>
              {hasUnits && <td>{line.unit}</td>}
              {section.columns.map((column) => (
                <td key={column.id} className="figure">
                  {write(line.schema, valueAt(line.cells, [column.id]))}
                </td>
              ))}
              {sum && <td className="figure">{write(sum.schema, lineSum(line.cells))}</td>}
              {mark && <td className="tick">{line.ticked ? '✓' : '—'}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function linesOf(section: CompiledSection, value: Json | undefined): Line[] {
  const { mark, own, cells } = section.definition;
  const tick = (ticked: Json | undefined): boolean =>
    typeof ticked === 'boolean' ? ticked : (mark?.default ?? true);
  const listed = section.items.map(({ id, title, unit, schema }) => ({
    id,
    title,
    unit: unit ?? '',
    schema,
    cells: valueAt(value, ['cells', id]),
    ticked: tick(valueAt(value, ['marks', id])),
  }));
  const rows = asList(valueAt(value, ['own'])).filter(isObject);
  const added = rows.map((row) => ({
    id: String(row.id),
    title: String(row.title ?? ''),
    unit: String(row.unit ?? ''),
    schema: cells?.[own?.cell ?? ''] ?? {},
    cells: row.cells,
    ticked: tick(row.mark),
  }));
  const derived = new Set(section.items.filter(({ derive }) => derive).map(({ id }) => id));
  return withOwnItems<Line>(listed, added, ({ id }) => derived.has(id));
}
