import { Button } from 'antd';
import { accountsWords, useWords } from '#renderer/locales/index.ts';
import type { Task } from './tasks/index.ts';
import type { UnitRules } from './useUnit.ts';

/** Adding users to one's own unit, and units below it, where the programme lets this kind of unit. */
export function AddButtons({ unit, choose }: { unit: UnitRules; choose: (task: Task) => void }) {
  const words = useWords(accountsWords);
  return (
    <>
      {unit.creates.map((kind) => (
        <Button key={kind.id} onClick={() => choose({ kind: 'add-unit', of: kind })}>
          {words.addUnit(kind.title)}
        </Button>
      ))}{' '}
      {unit.roles.length > 0 && <Button onClick={() => choose({ kind: 'add-user' })}>{words.addUser}</Button>}
    </>
  );
}
