import { QuestionCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useLocation } from 'wouter';
import { useSession } from '#renderer/api/index.ts';
import { helpWords, useWords } from '#renderer/locales/index.ts';
import { useHelp } from './HelpProvider.tsx';
import { chapterAt, type Topic } from './topics.ts';

/** Opens the help at whatever explains the page. */
export function HelpButton() {
  const words = useWords(helpWords);
  const open = useHelp();
  const [path] = useLocation();
  const session = useSession().data;
  return (
    <Button type="text" onClick={() => open(chapterAt(path, session?.user ?? null))}>
      {words.title}
    </Button>
  );
}

/** A question mark that opens the help on what it is beside. */
export function HelpMark({ topic }: { topic: Topic }) {
  const words = useWords(helpWords);
  const open = useHelp();
  return (
    <Button
      type="text"
      size="small"
      icon={<QuestionCircleOutlined aria-hidden="true" />}
      aria-label={words.about(words.topics[topic].title)}
      onClick={() => open(topic)}
    />
  );
}
