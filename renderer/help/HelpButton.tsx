import { QuestionCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useLocation } from 'wouter';
import { useSession } from '../api/index.ts';
import { helpWords, useWords } from '../locales/index.ts';
import { useHelp } from './HelpProvider.tsx';
import { type Topic, topicAt } from './topics.ts';

type Props = {
  /** What is explained here; without one, whatever explains the page. */
  topic?: Topic;
  /** A question mark beside a heading, in place of the word. */
  small?: boolean;
  className?: string;
};

/** Opens the help at what it explains. */
export function HelpButton({ topic, small = false, className }: Props) {
  const words = useWords(helpWords);
  const open = useHelp();
  const [path] = useLocation();
  const session = useSession().data;
  const wanted = topic ?? topicAt(path, session?.user.abilities ?? null);
  if (!small) {
    return (
      <Button type="text" className={className} onClick={() => open(wanted)}>
        {words.title}
      </Button>
    );
  }
  return (
    <Button
      type="text"
      size="small"
      className={className}
      icon={<QuestionCircleOutlined aria-hidden="true" />}
      aria-label={words.about(words.topics[wanted].title)}
      onClick={() => open(wanted)}
    />
  );
}
