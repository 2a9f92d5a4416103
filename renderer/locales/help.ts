import type { Words } from './locale.tsx';

type Part = { title: string; text: string[] };
type TopicText = { title: string; parts: Part[] };

const zhTopics = {
  login: {
    title: '登录与注册',
    parts: [
      {
        title: '登录',
        text: [
          '填写注册时的用户名和密码。账号获得通过之后才能登录；没有通过的，也可以登录查看意见并修改。',
          '启用了动态验证码的账号，还要填写手机验证器上显示的6个数字。',
          '连续多次填写错误后须等待几分钟再试。',
        ],
      },
      { title: '注册', text: ['在登录页选择注册种类，填写后提交。提交后由所选单位审核。'] },
      {
        title: '忘记密码',
        text: ['请联系审核您账号的单位初始化密码。初始密码72小时内有效，登录后须立即修改。'],
      },
      { title: '安全', text: ['使用完毕请点击“退出”。30分钟没有操作会自动退出，已填写的内容不会丢失。'] },
    ],
  },
  registration: {
    title: '注册信息',
    parts: [
      {
        title: '填写',
        text: [
          '带“*”的必须填写。先选择种类，页面只显示该种类需要填写的内容。',
          '有错误时，页面上方会列出全部需要修改的地方，点击可直接到达。',
          '服务器没有接受时，已填写的内容会保留，修改后再次提交即可。',
        ],
      },
      {
        title: '选择单位',
        text: [
          '点击单位一栏，可以逐级展开，也可以输入名称或拼音首字母查找。',
          '只列出已获通过的单位。如果找不到，说明该单位还没有注册或者还没有获得通过。',
        ],
      },
      {
        title: '密码',
        text: ['填写时会显示哪些要求已经符合。请勿使用姓名、单位的名称、生日等容易猜到的内容。'],
      },
      {
        title: '提交之后',
        text: ['审核单位会通过或者不通过。不通过时请登录，按意见修改后再次提交，不需要重新注册。'],
      },
      { title: '人机验证', text: ['由浏览器自动完成，不需要看图或者听声音。'] },
    ],
  },
  application: {
    title: '填写申请',
    parts: [
      {
        title: '保存',
        text: ['内容会自动保存，页面上方显示保存时间。断网时继续填写，联网后自动保存。'],
      },
      {
        title: '检查',
        text: ['左侧目录显示每页还差几项，点击右侧的提示可直接到达。标有“?”的可以查看为什么要填。'],
      },
      { title: '材料', text: ['材料放在所证明的内容旁边。表格的行须先保存，再上传材料。'] },
      { title: '提交', text: ['全部填写完整后在确认页提交。退回后按意见修改，可以再次提交。'] },
    ],
  },
  review: {
    title: '审核',
    parts: [
      { title: '队列', text: ['左侧是各个队列和其中的数量。可以按姓名、单位查找。'] },
      {
        title: '办理',
        text: ['打开一件后在页面下方办理。退回和不通过须填写意见，意见会原样显示给对方。'],
      },
      { title: '批量', text: ['勾选多件后，可以一次办理，按钮上会显示件数。'] },
      { title: '快捷键', text: ['按“?”查看本页的快捷键。'] },
    ],
  },
  accounts: {
    title: '用户管理',
    parts: [
      {
        title: '范围',
        text: [
          '列出本单位和全部下属单位的账号，包括还没有审核的和没有通过的。可以按姓名、用户名查找，按状态筛选。',
        ],
      },
      {
        title: '初始化密码',
        text: [
          '生成一个新的初始密码，只显示这一次，可以打印或者复制后交给本人。',
          '初始密码72小时内有效，本人登录后须立即修改。该账号已有的登录会全部退出。',
        ],
      },
      {
        title: '冻结与解冻',
        text: ['冻结后该账号立即退出并且不能登录，资料保留。解冻后恢复。'],
      },
      {
        title: '删除',
        text: ['删除之后无法恢复，证件号可以重新注册。已有提交的申请时不能删除。删除前会询问两次。'],
      },
      {
        title: '添加',
        text: ['可以为本单位添加用户；允许的单位还可以添加直接下属单位。添加后显示初始密码。'],
      },
    ],
  },
  account: {
    title: '我的账号',
    parts: [
      { title: '修改密码', text: ['须填写原密码。修改后，其他设备上的登录会全部退出。'] },
      {
        title: '动态验证码',
        text: [
          '用手机验证器扫描二维码，再填写显示的6个数字即可启用。以后登录时除密码外还要填写当时显示的数字。',
          '手机丢失时，请联系管理您账号的单位。',
        ],
      },
    ],
  },
  audit: {
    title: '审计记录',
    parts: [
      { title: '内容', text: ['谁在什么时候对什么做了什么，按时间倒序列出。可以按操作和对象筛选。'] },
      {
        title: '校验',
        text: [
          '每条记录都与前一条相连，改动或者删除任何一条都会使后面的记录对不上。',
          '点击“校验”从头核对。显示的末尾标识可以与保存在数据库之外的一份比较。',
        ],
      },
    ],
  },
  setup: {
    title: '首次使用',
    parts: [
      {
        title: '一次性链接',
        text: ['系统第一次启动时给出一个链接，用来建立第一个管理账号。链接用过一次或者过期后失效。'],
      },
    ],
  },
} satisfies Record<string, TopicText>;

const zh = {
  title: '帮助',
  close: '关闭帮助',
  others: '其他帮助',
  about: (title: string) => `帮助：${title}`,
  topics: zhTopics as Record<keyof typeof zhTopics, TopicText>,
};

type HelpWords = typeof zh;

const en: HelpWords = {
  title: 'Help',
  close: 'Close help',
  others: 'Other help',
  about: (title) => `Help: ${title}`,
  topics: {
    login: {
      title: 'Logging in and registering',
      parts: [
        {
          title: 'Logging in',
          text: [
            'Enter the user name and password that you registered with. An account works once it is approved; one that was refused can log in to read why and mend it.',
            'Where one-time codes are on, the six digits of your authenticator app are asked for as well.',
            'After several wrong attempts you have to wait a few minutes.',
          ],
        },
        { title: 'Registering', text: ['Choose a registration on the login page, fill it in and send it.'] },
        {
          title: 'Forgotten password',
          text: [
            'Ask whoever approved your account. An initial password works for 72 hours and must be changed.',
          ],
        },
        {
          title: 'Safety',
          text: ['Log out when you have finished. After 30 idle minutes you are logged out.'],
        },
      ],
    },
    registration: {
      title: 'Registration',
      parts: [
        {
          title: 'Filling in',
          text: [
            'What has a * must be filled in. Choose the kind first: only what that kind needs is shown.',
            'Everything that is wrong is listed on top; each line leads to its field.',
            'If the server refuses something, what you typed stays.',
          ],
        },
        {
          title: 'Choosing an organisation',
          text: [
            'Open the tree level by level, or type a name or its initials. Only approved ones are listed.',
          ],
        },
        { title: 'Password', text: ['You see what is met while you type. Avoid what others can guess.'] },
        {
          title: 'Afterwards',
          text: ['It is approved or refused. If refused, log in, mend it and send it again.'],
        },
        { title: 'Robot check', text: ['Your browser does it by itself; there is nothing to see or hear.'] },
      ],
    },
    application: {
      title: 'Filling in an application',
      parts: [
        {
          title: 'Saving',
          text: ['Everything is saved by itself; the time of the last save stands on top.'],
        },
        {
          title: 'Checking',
          text: ['The menu says how much is left on each page; hints lead to their fields.'],
        },
        {
          title: 'Evidence',
          text: ['Files stand beside what they prove. Save a row before adding its file.'],
        },
        {
          title: 'Handing in',
          text: ['Hand in on the confirmation page. If it comes back, mend it and hand in again.'],
        },
      ],
    },
    review: {
      title: 'Reviewing',
      parts: [
        {
          title: 'Queues',
          text: ['The menu lists the queues with their counts. Search by name or organisation.'],
        },
        {
          title: 'Deciding',
          text: ['Open a case and decide below. What you write is shown to the other side as it is.'],
        },
        { title: 'Many at once', text: ['Tick several and decide once; the button says how many.'] },
        { title: 'Keys', text: ['Press ? for the keys of the page.'] },
      ],
    },
    accounts: {
      title: 'User management',
      parts: [
        {
          title: 'Scope',
          text: ['All accounts of your organisation and below, pending and refused ones included.'],
        },
        {
          title: 'Initial password',
          text: [
            'A new password is shown once, to print or copy. It works for 72 hours and must be changed.',
          ],
        },
        {
          title: 'Freezing',
          text: ['A frozen account is logged out at once and cannot log in; nothing is lost.'],
        },
        {
          title: 'Deleting',
          text: ['Cannot be undone; refused while an application stands. You are asked twice.'],
        },
        { title: 'Adding', text: ['Add users to your organisation, and units below it where yours may.'] },
      ],
    },
    account: {
      title: 'My account',
      parts: [
        { title: 'Password', text: ['Changing it logs you out everywhere else.'] },
        {
          title: 'One-time codes',
          text: [
            'Scan the picture with an authenticator app and enter its six digits. From then on they are asked for at login.',
          ],
        },
      ],
    },
    audit: {
      title: 'Audit trail',
      parts: [
        { title: 'What it holds', text: ['Who did what to what and when, newest first.'] },
        {
          title: 'Verifying',
          text: [
            'Each row is tied to the one before it. Verifying goes through the whole chain from its start.',
          ],
        },
      ],
    },
    setup: {
      title: 'First use',
      parts: [
        { title: 'One-time link', text: ['It makes the first administrator, works once and grows old.'] },
      ],
    },
  },
};

export const helpWords: Words<HelpWords> = { 'zh-CN': zh, en };
