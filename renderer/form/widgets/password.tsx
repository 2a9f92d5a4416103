import { Input } from 'antd';
import { writeAnswer } from '#core/normalise/index.ts';
import { described, type Widget, type WidgetProps } from './widget.ts';

function PasswordWidget(props: WidgetProps) {
  return (
    <Input.Password
      {...described(props)}
      value={writeAnswer(props.value)}
      readOnly={props.readOnly}
      autoComplete="new-password"
      onChange={(event) => props.onChange(event.target.value || undefined)}
    />
  );
}

export const password: Widget = {
  name: 'password',
  component: PasswordWidget,
  showsItself: true,
  fits: () => false,
};
