import type { Words } from './locale.tsx';

/** Why no further application may be begun, and for which categories. */
type Reason = { most: number | null; state: string | null; categories: string[] };
type Withheld = Record<
  'over-limit' | 'over-limit-of-category' | 'excluded' | 'excluded-of-category',
  (reason: Reason) => string
>;

const zh = {
  mine: '我的申报',
  noApplications: '还没有申报。从下面选择一个类别开始填写，内容会自动保存，提交前可随时修改。',
  offered: '可以申报的类别',
  noOffered: '目前没有可以申报的类别',
  start: '开始填写',
  continue: '继续填写',
  view: '查看',
  updated: (at: string) => `最近修改 ${at}`,
  deadline: (days: number, hours: number) => `距截止 ${days} 天 ${hours} 小时`,
  closed: '申报已截止',
  opensAt: (at: string) => `申报于 ${at} 开始`,
  blockedBy: {
    banned: '按照审核结果，您本周期内不能再次申报',
    'cycle-closed': '现在不在申报时间内',
  } as Record<string, string>,
  withheld: {
    'over-limit': ({ most }) =>
      most === 1 ? '本期只能填写一份申报' : `本期同时进行的申报最多 ${most} 份，您已达上限`,
    'over-limit-of-category': ({ most, categories }) =>
      `本期「${categories.join('」「')}」最多 ${most} 份，您已达上限`,
    excluded: ({ state }) => `您本期已有一份申报处于“${state}”，不能再申报`,
    'excluded-of-category': ({ state, categories }) =>
      `您的「${categories.join('」「')}」已有一份处于“${state}”，本期不能再申报这一类别`,
  } as Withheld,
  returnedBy: (desk: string) => `${desk}退回，意见如下`,
  until: (time: string) => `${time} 截止`,
  missing: (n: number) => `还差 ${n} 项`,
  separator: '、',
  waiting: (place: string, since: string) =>
    since ? `正在等待${place}处理（自 ${since}）` : `正在等待${place}处理`,
  stations: '办理进度',
  done: '已完成',
  current: '当前',
  ahead: '未到',
  // form
  pages: '填报内容',
  pageDone: '已填写完整',
  pageUnopened: '还没有打开过',
  pageTodo: (n: number) => `${n} 项待完善`,
  remaining: (n: number) => (n > 0 ? `还差 ${n} 项` : '已填写完整'),
  materials: '材料',
  used: (used: string, limit: string) => `${used} / ${limit}`,
  overrun: (sheet: string, pages: number, most: number) =>
    `《${sheet}》现在有 ${pages} 页，最多 ${most} 页。请精简内容，或在打印设置中调小字号、减少空白行。`,
  /** Of a sheet for which nobody has set anything: it is set as small as it may be. */
  overrunSmallest: (sheet: string, pages: number, most: number) =>
    `《${sheet}》现在有 ${pages} 页，最多 ${most} 页。用最小的字号也放不下，请精简内容。`,
  fitted: (sheet: string, share: number) => `《${sheet}》已用 ${share}%`,
  share: (share: number) => `已用 ${share}%`,
  cut: (block: string, row: number, cell: number, letters: number) =>
    `${block}：第 ${row} 行第 ${cell} 格减 ${letters} 字`,
  cutLines: (lines: number) => `共需减 ${lines} 行，可以从这些格减起：`,
  sheets: '浏览',
  open: (title: string) => `${title}浏览`,
  save: '保存',
  next: '下一页',
  previous: '上一页',
  saveAndNext: '保存并下一页',
  savedLeft: (n: number, page?: string) => `已保存，${page ? `「${page}」` : '本页'}还差 ${n} 项`,
  firstGap: '→ 第一处',
  notYet: (n: number) => `本页还差 ${n} 项，填写完整后才能进入下一页`,
  startTitle: (title: string) => `开始填写「${title}」？`,
  startText: (most: number) =>
    `本期${most === 1 ? '只能填写一份申报' : `最多同时有 ${most} 份申报`}。开始后不能改用其他表格，请先核对适用范围。`,
  startCancel: '再看看',
  more: (n: number) => `其余 ${n} 项`,
  locked: (state: string) => `当前状态：${state}。现在只能查看，不能修改。`,
  keySave: '保存',
  keyNext: '下一页',
  keyPrevious: '上一页',
  keyProblem: '跳到第一处需要修改的地方',
  // generic pages
  confirmPage: '信息确认',
  sheetsPage: '打印浏览',
  opinionsPage: '各级意见',
  confirmReady: '填写完整，没有需要修改的地方。提交前请浏览打印件核对一遍。',
  confirmBlocked: (n: number) => `还有 ${n} 处需要修改，修改后才能提交`,
  confirmWarnings: (n: number) => `${n} 条提醒，请看一遍（不影响提交）`,
  noActions: '现在没有需要您办理的事项',
  fired: (state: string) => `已办理，当前状态：${state}`,
  confirmTitle: (event: string) => `${event}？`,
  html: '网页',
  pdf: 'PDF',
  noSheets: '还没有可以浏览的打印件。保存内容后会出现在这里',
  noOpinions: '还没有意见。各级办理后，意见会显示在这里',
  round: (n: number) => `第 ${n} 次提交`,
  unsavedStop: '还有内容未能保存，请处理后再提交',
  changedSince: (titles: string[]) => `退回后已修改：${titles.join('、')}`,
  paper: (size: string, orientation: 'portrait' | 'landscape', twoUp: boolean) =>
    `${size} ${orientation === 'portrait' ? '纵向' : '横向'}${twoUp ? '，一张印两页' : ''}`,
  automatic: '自动',
};

export type ApplicantWords = typeof zh;

const en: ApplicantWords = {
  mine: 'My applications',
  noApplications:
    'Nothing yet. Choose a category below to begin; it is saved as you go and can be changed until you hand it in.',
  offered: 'What you may apply for',
  noOffered: 'There is nothing to apply for at the moment',
  start: 'Begin',
  continue: 'Continue',
  view: 'View',
  updated: (at) => `changed ${at}`,
  deadline: (days, hours) => `${days} days ${hours} h left`,
  closed: 'Closed',
  opensAt: (at) => `Opens ${at}`,
  blockedBy: {
    banned: 'You cannot apply again in this cycle',
    'cycle-closed': 'Applications are not open now',
  },
  withheld: {
    'over-limit': ({ most }) =>
      most === 1
        ? 'You can fill in one application in this cycle'
        : `You have as many applications in this cycle as there may be at once (${most})`,
    'over-limit-of-category': ({ most, categories }) =>
      `Of “${categories.join('”, “')}” you have as many in this cycle as there may be at once (${most})`,
    excluded: ({ state }) => `One of your applications is at “${state}”: none may follow in this cycle`,
    'excluded-of-category': ({ state, categories }) =>
      `One of yours is at “${state}”: in this cycle none may follow of “${categories.join('”, “')}”`,
  },
  returnedBy: (desk) => `Returned by ${desk}`,
  until: (time: string) => `until ${time}`,
  missing: (n) => `${n} to go`,
  separator: ', ',
  waiting: (place, since) => (since ? `Waiting for ${place} (since ${since})` : `Waiting for ${place}`),
  stations: 'Progress',
  done: 'done',
  current: 'now',
  ahead: 'ahead',
  pages: 'Pages',
  pageDone: 'complete',
  pageUnopened: 'not opened yet',
  pageTodo: (n) => `${n} to go`,
  remaining: (n) => (n > 0 ? `${n} to go` : 'Complete'),
  materials: 'Files',
  used: (used, limit) => `${used} of ${limit}`,
  overrun: (sheet: string, pages: number, most: number) =>
    `“${sheet}” now has ${pages} pages and may have ${most}. Shorten what is on it, or print it smaller, with fewer blank rows.`,
  overrunSmallest: (sheet, pages, most) =>
    `“${sheet}” now has ${pages} pages and may have ${most}, in the smallest letters, too. Shorten what is on it.`,
  fitted: (sheet, share) => `“${sheet}” is ${share}% full`,
  share: (share) => `${share}% full`,
  cut: (block, row, cell, letters) => `${block}: row ${row}, cell ${cell}: ${letters} characters less`,
  cutLines: (lines) => `${lines} lines have to go; these are the cheapest:`,
  sheets: 'Preview',
  open: (title) => title,
  save: 'Save',
  next: 'Next',
  previous: 'Back',
  saveAndNext: 'Save and continue',
  savedLeft: (n, page) => `Saved; ${n} to go on ${page ? `“${page}”` : 'this page'}`,
  firstGap: '→ the first',
  notYet: (n) => `${n} to go on this page before the next one opens`,
  startTitle: (title) => `Begin “${title}”?`,
  startText: (most) =>
    `You can fill in ${most === 1 ? 'one application' : `${most} applications at once`} in this cycle. Once begun it cannot be changed for another form.`,
  startCancel: 'Not yet',
  more: (n) => `${n} more`,
  locked: (state) => `${state}. It can be read, not changed.`,
  keySave: 'Save',
  keyNext: 'Next page',
  keyPrevious: 'Page before',
  keyProblem: 'Go to the first thing to mend',
  confirmPage: 'Confirm',
  sheetsPage: 'Prints',
  opinionsPage: 'Opinions',
  confirmReady: 'Everything is filled in. Please look through the prints before you hand it in.',
  confirmBlocked: (n) => `${n} to mend before it can be handed in`,
  confirmWarnings: (n) => `${n} note(s) to check; they do not stop you`,
  noActions: 'There is nothing for you to do now',
  fired: (state) => `Done: ${state}`,
  confirmTitle: (event) => `${event}?`,
  html: 'Page',
  pdf: 'PDF',
  noSheets: 'No prints yet. They appear here once something is saved',
  noOpinions: 'No opinions yet. They appear here after each review',
  round: (n) => `Round ${n}`,
  unsavedStop: 'Some of it could not be saved; please see to that first',
  changedSince: (titles) => `Changed since: ${titles.join(', ')}`,
  paper: (size, orientation, twoUp) => `${size} ${orientation}${twoUp ? ', two to a sheet' : ''}`,
  automatic: 'automatic',
};

export const applicantWords: Words<ApplicantWords> = { 'zh-CN': zh, en };
