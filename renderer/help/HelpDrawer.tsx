import { Button, Drawer } from 'antd';
import { useSession } from '#renderer/api/index.ts';
import { helpTexts, helpWords, useWords } from '#renderer/locales/index.ts';
import { type Chapter, topicsFor } from './topics.ts';
import './help.css';
import { useReturnFocus } from '#renderer/focus/index.ts';

type Props = { chapter: Chapter; choose: (chapter: Chapter) => void; close: () => void };

type Text = { title: string; parts: { title: string; text: string[] }[] };

/** One chapter, and the way to the others; the one on the reader's own role is first. */
export default function HelpDrawer({ chapter, choose, close }: Props) {
  useReturnFocus();
  const words = useWords(helpWords);
  const texts = useWords(helpTexts);
  const reader = useSession().data?.user ?? null;
  const mine = useMine();
  const text = (chapter === 'role' && mine) || texts[chapter === 'role' ? 'account' : chapter];
  const others: Chapter[] = [...(mine ? (['role'] as const) : []), ...topicsFor(reader)];
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
        {others
          .filter((other) => other !== chapter)
          .map((other) => (
            <Button key={other} type="link" size="small" onClick={() => choose(other)}>
              {other === 'role' ? mine?.title : texts[other].title}
            </Button>
          ))}
      </nav>
    </Drawer>
  );
}

/** What the programme says of the work of the person's role; null where it says nothing. */
function useMine(): Text | null {
  const words = useWords(helpWords);
  const user = useSession().data?.user;
  if (!user || user.guide.length === 0) return null;
  return { title: words.mine(user.roleTitle), parts: user.guide };
}
