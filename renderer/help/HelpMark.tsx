import { QuestionCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { helpTexts, helpWords, useWords } from '#renderer/locales/index.ts';
import { useHelp } from './HelpProvider.tsx';
import type { Topic } from './topics.ts';

/** A question mark that opens the help on what it is beside. */
export function HelpMark({ topic }: { topic: Topic }) {
  const words = useWords(helpWords);
  const { title } = useWords(helpTexts)[topic];
  const open = useHelp();
  return (
    <Button
      type="text"
      size="small"
      icon={<QuestionCircleOutlined aria-hidden="true" />}
      aria-label={words.about(title)}
      onClick={() => open(topic)}
    />
  );
}
