import type { Words } from '../locale.tsx';

const zh = {
  title: '改过而没有碰到的规则',
  hint: '这些规则改过，但没有任何用例、也没有 5 份以上重放的申报碰到它们，看不出改得对不对。可以在“用例”里补一个，或请委员会重放；否则请逐条写明为什么仍要发布。',
  open: (count: number) => `还有 ${count} 条没有写明理由，不能批准发布。`,
  label: (message: string) => `为什么仍要发布：${message}`,
  save: '保存理由',
  reason: (text: string) => `理由：${text}`,
  by: (name: string, at: string) => `${name} ${at}`,
  missing: '还没有写明理由',
};

type UnreachedWords = typeof zh;

const en: UnreachedWords = {
  title: 'Changed rules that nothing reaches',
  hint: 'These rules were changed, and no case and no five replayed applications reach them, so nothing shows whether they are right. Add a case, or have applications replayed; otherwise write for each why it is published all the same.',
  open: (count) => `${count} have no reason yet, so the draft cannot be approved.`,
  label: (message) => `Why it is published all the same: ${message}`,
  save: 'Save the reason',
  reason: (text) => `Reason: ${text}`,
  by: (name, at) => `${name} ${at}`,
  missing: 'No reason is given yet',
};

/** The words of changed rules that nothing reaches, in Chinese and English. */
export const unreachedWords: Words<UnreachedWords> = { 'zh-CN': zh, en };
