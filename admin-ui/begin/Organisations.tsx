import { Button, Radio } from 'antd';
import { beginWords, useWords } from '#renderer/locales/index.ts';
import { Choice, focusNext, Line, Lines, nameOf, type Page, Row } from './fields.tsx';
import { type Kind, newKind, TOP, type Typed } from './model/typed.ts';

/** The tree: kinds from the top down, which there are already, and whose people apply. */
export function Organisations({ typed, change, faults }: Page) {
  const words = useWords(beginWords);
  const { kinds, top, topName, applies } = typed;
  const add = () => {
    const kind = newKind(kinds);
    change({ kinds: [...kinds, kind] });
    focusNext(`kind-${kind.key}`);
  };
  return (
    <section aria-labelledby="head-tree">
      <h2 id="head-tree">{words.tree}</h2>
      <p className="quiet">{words.treeHint}</p>
      <Line
        {...{ faults, name: 'top', label: words.top, hint: words.topHint, value: top }}
        onChange={(text) => change({ top: text })}
      />
      <Line
        {...{ faults, name: 'topName', label: words.topName, value: topName }}
        onChange={(text) => change({ topName: text })}
      />
      {kinds.map((kind, index) => (
        <KindRow key={kind.key} {...{ typed, change, faults, kind, index }} />
      ))}
      <Button id={nameOf('kind-more')} onClick={add}>
        {words.addKind}
      </Button>
      <fieldset className="line">
        <legend>{words.applies}</legend>
        <Radio.Group
          value={applies}
          onChange={({ target }) => change({ applies: target.value })}
          options={kinds.map(({ key, title }, index) => ({
            value: key,
            label: title || words.kind(index + 2),
          }))}
        />
      </fieldset>
    </section>
  );
}

function KindRow({ typed, change, faults, kind, index }: Page & { kind: Kind; index: number }) {
  const words = useWords(beginWords);
  const { kinds, top } = typed;
  const { key, title, above, units } = kind;
  const higher = kinds.slice(0, index);
  const under = higher.find((one) => one.key === above);
  const update = (patch: Partial<Kind>) =>
    change({ kinds: kinds.map((one) => (one.key === key ? { ...one, ...patch } : one)) });
  const label = words.kind(index + 2);
  const remove = () => {
    change(withoutKind(typed, key));
    focusNext('kind-more');
  };
  return (
    <Row label={label} {...(kinds.length > 1 && { remove })}>
      <Line
        {...{ faults, name: `kind-${key}`, label: words.title, value: title }}
        onChange={(text) => update({ title: text })}
      />
      <Choice
        {...{ name: `above-${key}`, label: words.above, value: above }}
        options={[
          { value: TOP, label: top || words.top },
          ...higher.map((one, at) => ({ value: one.key, label: one.title || words.kind(at + 2) })),
        ]}
        onChange={(next) => update({ above: next })}
      />
      <Lines
        {...{ faults, name: `units-${key}`, label: words.units, value: units }}
        hint={under ? words.unitsBelow(under.title) : words.unitsHint}
        onChange={(text) => update({ units: text })}
      />
    </Row>
  );
}

/** What stood under a kind that goes stands at the top. */
function withoutKind({ kinds, applies }: Typed, key: number): Partial<Typed> {
  const left = kinds
    .filter((one) => one.key !== key)
    .map((one) => (one.above === key ? { ...one, above: TOP } : one));
  return { kinds: left, applies: applies === key ? (left.at(-1)?.key ?? TOP) : applies };
}
