import type { Json } from '#core/model/index.ts';
import { LineInput } from './LineInput.tsx';
import { NoneButton } from './NoneButton.tsx';
import { textOf } from './text.tsx';
import { useTyped } from './useTyped.ts';
import type { Widget, WidgetProps } from './widget.ts';

const NUMBER = /^-?\d{1,15}(\.\d{1,10})?$/;

/**
 * A number where the text writes one, full-width digits included; else the text itself, which validation refuses with
 * a sentence.
 */
export function parseNumber(text: string): Json | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
  if (plain === '') return undefined;
  return NUMBER.test(plain) ? Number(plain) : text;
}

function NumberWidget(props: WidgetProps) {
  const { value, onChange } = props;
  const typed = useTyped(textOf(value), (text) => onChange(parseNumber(text)));
  return (
    <div className="with-none">
      <LineInput field={props} typed={typed} inputMode="decimal" />
      <NoneButton {...props} />
    </div>
  );
}

export const number: Widget = {
  name: 'number',
  component: NumberWidget,
  fits: ({ type }) => type === 'number' || type === 'integer',
};
