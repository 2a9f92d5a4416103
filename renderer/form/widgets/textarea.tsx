import type { CSSProperties } from 'react';
import { NoneButton } from './NoneButton.tsx';
import { textOf } from './text.tsx';
import { useTyped } from './useTyped.ts';
import { described, type Widget, type WidgetProps } from './widget.ts';

/** From this length on, a text gets several lines. */
const LONG = 200;

function TextareaWidget(props: WidgetProps) {
  const { value, onChange, readOnly, options } = props;
  const typed = useTyped(textOf(value), (text) => onChange(text === '' ? undefined : text));
  const rows = options.rows ?? 3;
  return (
    <div className="with-none">
      <div className="textarea">
        <textarea
          {...described(props)}
          className="input"
          style={{ '--rows': rows } as CSSProperties}
          value={typed.text}
          readOnly={readOnly}
          rows={rows}
          onChange={(event) => typed.type(event.target.value)}
          onBlur={typed.leave}
        />
        {options.maxLength && !readOnly && (
          <span className="count" aria-hidden="true">
            {[...typed.text].length} / {options.maxLength}
          </span>
        )}
      </div>
      <NoneButton {...props} />
    </div>
  );
}

export const textarea: Widget = {
  name: 'textarea',
  component: TextareaWidget,
  fits: ({ type, format, maxLength }) => type === 'string' && !format && (maxLength ?? 0) > LONG,
};
