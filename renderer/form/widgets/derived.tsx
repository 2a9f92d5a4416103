import { described, type Widget, type WidgetProps } from './widget.ts';

/** What the engine computed: read, never written. */
function DerivedWidget(props: WidgetProps) {
  const { id, 'aria-describedby': note } = described(props);
  return (
    <output id={id} aria-describedby={note} className="derived">
      {props.options.text || '—'}
      {props.options.suffix && ` ${props.options.suffix}`}
    </output>
  );
}

export const derived: Widget = {
  name: 'derived',
  component: DerivedWidget,
  fits: ({ derive }) => derive !== undefined,
};
