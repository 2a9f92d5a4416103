import { Button, Drawer } from 'antd';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { helpWords, useWords } from '../locales/index.ts';
import { TOPICS, type Topic } from './topics.ts';
import './help.css';

const HelpContext = createContext<(topic: Topic) => void>(() => {});

/** Opens the help at a topic, from wherever on the page. */
export const useHelp = (): ((topic: Topic) => void) => useContext(HelpContext);

/** Keeps the help drawer beside the page: it explains the screen while the screen stays open. */
export function HelpProvider({ children }: { children: ReactNode }) {
  const [topic, setTopic] = useState<Topic | null>(null);
  const open = useMemo(() => (next: Topic) => setTopic(next), []);
  return (
    <HelpContext value={open}>
      {children}
      {topic !== null && <HelpDrawer topic={topic} choose={setTopic} close={() => setTopic(null)} />}
    </HelpContext>
  );
}

type DrawerProps = { topic: Topic; choose: (topic: Topic) => void; close: () => void };

function HelpDrawer({ topic, choose, close }: DrawerProps) {
  const words = useWords(helpWords);
  const text = words.topics[topic];
  return (
    <Drawer
      open
      onClose={close}
      size={420}
      title={words.title}
      closable={{ 'aria-label': words.close }}
      mask={false}
    >
      <article className="help-text">
        <h2>{text.title}</h2>
        {text.parts.map((part) => (
          <section key={part.title}>
            <h3>{part.title}</h3>
            {part.text.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </section>
        ))}
      </article>
      <nav aria-label={words.others} className="help-others">
        <h3>{words.others}</h3>
        {TOPICS.filter((other) => other !== topic).map((other) => (
          <Button key={other} type="link" size="small" onClick={() => choose(other)}>
            {words.topics[other].title}
          </Button>
        ))}
      </nav>
    </Drawer>
  );
}
