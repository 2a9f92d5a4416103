import type { Words } from './locale.tsx';

type Kind =
  | 'clear-expired'
  | 'clear-files'
  | 'erase-due'
  | 'fire-limits'
  | 'freeze-print'
  | 'list-cases'
  | 'move-cases'
  | 'print-cases'
  | 'publish-draft'
  | 'replay-cases'
  | 'scan-file'
  | 'scan-held'
  | 'verify-trail';
type Status = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
type Numbers = Record<string, unknown>;

type Outcomes = Record<string, string>;
const zhOutcomes: Outcomes = {
  clean: '检查通过',
  infected: '发现病毒或恶意程序，已被删除',
  gone: '文件已不在',
};
const enOutcomes: Outcomes = {
  clean: 'In order',
  infected: 'Malware found, deleted',
  gone: 'The file is no longer there',
};

const zh = {
  title: '后台任务',
  hint: '系统在后台自动执行的工作。失败后会自动重试，多次失败的可在此重试。',
  list: '后台任务列表',
  status: '状态',
  all: '全部状态',
  statuses: {
    waiting: '等待中',
    running: '进行中',
    done: '已完成',
    failed: '失败',
    cancelled: '已取消',
  } as Record<Status, string>,
  kinds: {
    'clear-expired': '清理过期登录和链接',
    'clear-files': '清理无主文件',
    'erase-due': '删除保存期满的申报',
    'fire-limits': '处理到期事项',
    'freeze-print': '留存正式件',
    'list-cases': '整理列表中显示的内容',
    'move-cases': '把在办申报转到另一版本',
    'print-cases': '批量打印',
    'publish-draft': '按时发布版本',
    'replay-cases': '用草稿重放申报',
    'scan-file': '检查一个上传的文件',
    'scan-held': '检查等待安全检查的文件',
    'verify-trail': '校验审计记录',
  } as Record<Kind, string>,
  results: {
    'clear-expired': ({ removed }) => `清理 ${removed} 条`,
    'clear-files': ({ removed }) => `清理 ${removed} 个文件`,
    'erase-due': ({ erased }) => `删除 ${erased} 件`,
    'fire-limits': ({ fired }) => `处理 ${fired} 项`,
    'freeze-print': ({ frozen }) => (frozen === true ? '已留存' : '所属申报不在了，未留存'),
    'list-cases': ({ listed }) => `整理 ${listed} 件`,
    'move-cases': ({ ready, moved, stays, undone }) =>
      `可转 ${ready} 件，已转 ${moved} 件，不转 ${stays} 件，已还原 ${undone} 件`,
    'print-cases': ({ printed }) => `打印 ${printed} 份`,
    'publish-draft': ({ published }) => (published === true ? '已发布' : '草稿已修改或已发布，未再发布'),
    'replay-cases': ({ cases }) => `重放 ${cases} 份`,
    'scan-file': ({ outcome }) => zhOutcomes[String(outcome)] ?? '',
    'scan-held': ({ held }) => `${held} 个文件等待检查，已安排`,
    'verify-trail': ({ rows }) => `共 ${rows} 条，全部相符`,
  } as Record<Kind, (result: Numbers) => string>,
  problems: {
    died: () => '执行的进程多次中断，已停止重试',
    error: ({ message }) => `出错：${message}`,
    'draft-refused': ({ code }) => `未发布：检查没有通过（${code}），请查看草稿`,
    'erase-failed': ({ count, first, erased }) =>
      `删除 ${erased} 件；${count} 件未能删除，第一件：${first}；明天再试`,
    'limits-failed': ({ count, first }) => `${count} 件未能处理，第一件：${first}；一小时后再试`,
    'no-scanner': () => '未设置病毒检查服务（CLAMD），文件继续等待',
    'no-printer': () => '此服务器没有可用的浏览器，不能打印',
    'print-run-gone': () => '其中一件已被删除，或已取消，没有保留文件',
    'print-run-none': () => '所选的都没有这张表',
    'print-run-refused': () => '申请打印的人已不能查看其中一件',
    'trail-broken': ({ row }) => `审计记录从第 ${row} 条起不相符，请立即报告`,
  } as Record<string, (params: Numbers) => string>,
  none: '没有符合条件的任务',
  more: '更多',
  system: '系统定时',
  by: (name: string) => `${name} 发起`,
  due: (at: string) => `计划 ${at}`,
  started: (at: string) => `开始 ${at}`,
  finished: (at: string) => `结束 ${at}`,
  attempt: (count: number) => `已试 ${count} 次`,
  again: (at: string) => `${at} 再试`,
  progress: (title: string) => `${title}的进度`,
  count: (done: number) => `已处理 ${done}`,
  start: '立即执行',
  startOne: (title: string) => `立即${title}`,
  begun: '已加入后台任务',
  retry: '重试',
  cancel: '取消',
  retried: '已重新排队',
  cancelled: '已取消',
  actionOn: (action: string, title: string) => `${action}：${title}`,
};

export type JobsWords = typeof zh;

const en: JobsWords = {
  title: 'Background jobs',
  hint: 'What the system does by itself. What fails is tried again; what has failed for good can be tried again here.',
  list: 'Background jobs',
  status: 'Status',
  all: 'Every status',
  statuses: {
    waiting: 'Waiting',
    running: 'Running',
    done: 'Done',
    failed: 'Failed',
    cancelled: 'Cancelled',
  },
  kinds: {
    'clear-expired': 'Clear expired logins and links',
    'clear-files': 'Clear files that nothing refers to',
    'erase-due': 'Erase applications whose term is over',
    'fire-limits': 'Fire time limits that are over',
    'freeze-print': 'Freeze an official print',
    'list-cases': 'Write down what lists show of cases',
    'move-cases': 'Move cases under way to another edition',
    'print-cases': 'Printing of many sheets',
    'publish-draft': 'Publish an edition at its hour',
    'replay-cases': 'Replay of applications against a draft',
    'scan-file': 'Check an uploaded file',
    'scan-held': 'Check the files that wait for the safety check',
    'verify-trail': 'Verify the audit trail',
  },
  results: {
    'clear-expired': ({ removed }) => `${removed} rows cleared`,
    'clear-files': ({ removed }) => `${removed} files cleared`,
    'erase-due': ({ erased }) => `${erased} erased`,
    'fire-limits': ({ fired }) => `${fired} fired`,
    'freeze-print': ({ frozen }) => (frozen === true ? 'Frozen' : 'Not frozen: its case was erased'),
    'list-cases': ({ listed }) => `${listed} cases written down`,
    'move-cases': ({ ready, moved, stays, undone }) =>
      `${ready} can go, ${moved} went, ${stays} stay, ${undone} went back`,
    'print-cases': ({ printed }) => `${printed} printed`,
    'publish-draft': ({ published }) =>
      published === true ? 'Published' : 'Not published: the draft was changed, or is published already',
    'replay-cases': ({ cases }) => `${cases} replayed`,
    'scan-file': ({ outcome }) => enOutcomes[String(outcome)] ?? '',
    'scan-held': ({ held }) => `${held} files wait; each is asked for`,
    'verify-trail': ({ rows }) => `${rows} rows, all of them intact`,
  },
  problems: {
    died: () => 'The process that ran it died each time; it is not tried again',
    error: ({ message }) => `Error: ${message}`,
    'draft-refused': ({ code }) => `Not published: it did not pass (${code}); see the draft`,
    'erase-failed': ({ count, first, erased }) =>
      `${erased} erased; ${count} could not be, the first is ${first}; they are tried again tomorrow`,
    'limits-failed': ({ count, first }) =>
      `${count} cases could not be moved on, the first is ${first}; they are tried again in an hour`,
    'no-scanner': () => 'No malware scanner is set (CLAMD); the file goes on waiting',
    'no-printer': () => 'This server has no browser that could print',
    'print-run-gone': () => 'One of them was erased, or it was cancelled; no file was kept',
    'print-run-none': () => 'None of them has this sheet',
    'print-run-refused': () => 'Whoever asked may not see one of them any more',
    'trail-broken': ({ row }) => `The audit trail is broken from row ${row} on; report it at once`,
  },
  none: 'No such jobs',
  more: 'More',
  system: 'by the system',
  by: (name) => `asked for by ${name}`,
  due: (at) => `due ${at}`,
  started: (at) => `began ${at}`,
  finished: (at) => `ended ${at}`,
  attempt: (count) => `tried ${count} times`,
  again: (at) => `again at ${at}`,
  progress: (title) => `Progress: ${title}`,
  count: (done) => `${done} so far`,
  start: 'Run now',
  startOne: (title) => title,
  begun: 'Put into the queue',
  retry: 'Try again',
  cancel: 'Cancel',
  retried: 'Back in the queue',
  cancelled: 'Cancelled',
  actionOn: (action, title) => `${action}: ${title}`,
};

export const jobsWords: Words<JobsWords> = { 'zh-CN': zh, en };
