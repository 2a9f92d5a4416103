import type { CSSProperties } from 'react';
import { isLongText } from '#core/form/index.ts';
import { readAnswer } from '#core/normalise/index.ts';
import { NoneButton } from './NoneButton.tsx';
import { useTyped } from './useTyped.ts';
import { described, type Widget, type WidgetProps } from './widget.ts';

function TextareaWidget(props: WidgetProps) {
  const { value, onChange, readOnly, options } = props;
  const typed = useTyped({
    value,
    field: options,
    read: (text) => readAnswer(options, text, { lines: true }),
    commit: onChange,
    onPause: true,
  });
  const rows = options.rows ?? 3;
  return (
    <div className="with-none">
      <div className="textarea">
        <textarea
          {...described(props)}
          {...typed.input}
          className="input"
          style={{ '--rows': rows } as CSSProperties}
          readOnly={readOnly}
          rows={rows}
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

export const textarea: Widget = { name: 'textarea', component: TextareaWidget, fits: isLongText };
