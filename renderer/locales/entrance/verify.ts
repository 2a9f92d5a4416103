import type { Words } from '../locale.tsx';

const zh = {
  title: '核验打印件',
  hint: '打印件首页的防伪码和下列内容都一致时，才会显示结果。本页不显示打印件上的姓名等内容。',
  code: '防伪码',
  codeNote: '打印件首页角上的 12 位字母和数字，如 XXXX-XXXX-XXXX',
  codeMissing: '请填写防伪码',
  codeWrong: '防伪码有误：应为 12 位字母和数字，请对照打印件逐位检查',
  sheet: '打印件',
  factMissing: (title: string) => `请按打印件填写${title}`,
  ask: '核验',
  none: '本年度没有带防伪码的打印件。',
  unknown: '未查到这样的打印件：防伪码或所填内容与系统记录不一致。请对照打印件检查后重试。',
  found: '确为本系统签发的打印件',
  name: '名称',
  cycle: '年度',
  state: '打印时的状态',
  issuedAt: '首次打印时间',
  frozenAt: '留存为正式件',
  dataAt: '内容截至',
  validity: {
    current: '打印后内容没有变化，打印件有效。',
    changed: '打印后内容已有变化，这份打印件不是最新的。',
    void: '打印之后这件事被退回、终止或撤下，这份打印件已失效。',
  },
  signed: '二维码内的数字签名有效。',
  forged: '二维码内的数字签名无效：二维码可能被改动过。',
};

type VerifyWords = typeof zh;

const en: VerifyWords = {
  title: 'Check a print',
  hint: 'The code on the first page and what is asked for below must both be right. Nothing personal is shown here.',
  code: 'Code',
  codeNote: 'Twelve letters and figures in a corner of the first page, such as XXXX-XXXX-XXXX',
  codeMissing: 'Enter the code',
  codeWrong: 'This is no code: it has twelve letters and figures; compare them with the print one by one',
  sheet: 'Print',
  factMissing: (title) => `Enter “${title}” as it stands on the print`,
  ask: 'Check',
  none: 'No print of this cycle carries a code.',
  unknown:
    'No such print is known: the code or what you entered differs from the record. Compare it with the print.',
  found: 'This print was issued here',
  name: 'Print',
  cycle: 'Cycle',
  state: 'State when it was printed',
  issuedAt: 'First printed',
  frozenAt: 'Frozen as the official print',
  dataAt: 'Data as of',
  validity: {
    current: 'Nothing has changed since: the print is valid.',
    changed: 'Something has changed since: this is not the latest print.',
    void: 'It was returned, ended or withdrawn since: the print is not valid any more.',
  },
  signed: 'The signature in the QR code is right.',
  forged: 'The signature in the QR code is wrong: the code may have been changed.',
};

export const verifyWords: Words<VerifyWords> = { 'zh-CN': zh, en };
