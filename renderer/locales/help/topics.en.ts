import type { TopicText } from './topic.ts';
import type { zhTopics } from './topics.zh-CN.ts';

/** What each screen is explained by, in English. */
export const enTopics: Record<keyof typeof zhTopics, TopicText> = {
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
          'Ask whoever approved your account. An initial password lets you in once, within 72 hours, to change it.',
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
        text: [
          'Files stand beside what they prove. Save a row before adding its file. While the safety check is away a file is kept, and can be opened and handed in once it is through.',
        ],
      },
      {
        title: 'Returned',
        text: ['The opinion stands on top; what was named is marked, and what you changed says so.'],
      },
    ],
  },
  confirming: {
    title: 'Confirming',
    parts: [
      {
        title: 'Before handing in',
        text: [
          'Everything that is still wrong is listed; each line leads to its field. Reminders stop nothing.',
          'Look at the printed sheets once: after handing in nothing can be changed.',
        ],
      },
      {
        title: 'Afterwards',
        text: ['The answers are locked until they are returned. The start page shows who has them.'],
      },
    ],
  },
  printing: {
    title: 'Sheets',
    parts: [
      { title: 'Looking', text: ['Sheets can be looked at any time. The PDF has the pages of the print.'] },
      { title: 'Settings', text: ['They change the layout alone, also after handing in.'] },
    ],
  },
  opinions: {
    title: 'Opinions',
    parts: [{ title: 'What it holds', text: ['Who decided what and when, round by round, word by word.'] }],
  },
  review: {
    title: 'Reviewing',
    parts: [
      {
        title: 'Queues',
        text: ['The menu lists the queues with their counts. Search by name or unit.'],
      },
      {
        title: 'Deciding',
        text: ['Open a case and decide below. What you write is shown to the other side as it is.'],
      },
      { title: 'Many at once', text: ['Tick several and decide once; the button says how many.'] },
      { title: 'Evidence', text: ['A file opens beside what it proves, to turn and enlarge.'] },
      { title: 'Sensitive', text: ['Numbers are masked; each time a whole one is shown is recorded.'] },
      { title: 'Export', text: ['Above a queue. Without filters the whole queue is exported.'] },
      { title: 'Keys', text: ['Press ? for the keys of the page.'] },
    ],
  },
  board: {
    title: 'Sending a batch',
    parts: [
      { title: 'When', text: ['The numbers below you, and by name who stands in the way.'] },
      { title: 'Sending', text: ['All or none: if one changes meanwhile, none is sent.'] },
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
        text: ['A new password is shown once, to print or copy. It works for 72 hours and must be changed.'],
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
  cycle: {
    title: 'Opening times',
    parts: [
      {
        title: 'Changing them',
        text: [
          'A cycle can be opened and closed earlier or later at any time, without touching forms and rules. What you save holds at once: for new applications, for those that were begun, and for the time left on every screen.',
          'Applications that were returned may have longer than all others.',
        ],
      },
      {
        title: 'Retention',
        text: [
          'Where the definition sets a term, applications are erased by themselves with their files and prints so many years after the cycle has closed; accounts stay. The years are changed among the numbers of a draft; where a closing is moved, the end of the term moves along.',
        ],
      },
      { title: 'Record', text: ['Who changed what, and when, stands in the audit trail.'] },
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
  jobs: {
    title: 'Background jobs',
    parts: [
      {
        title: 'What it shows',
        text: [
          'What the system does by itself and what was asked for by hand, newest first, read again every few seconds.',
        ],
      },
      {
        title: 'Failing and trying again',
        text: [
          'What does not succeed is tried again, later each time. After some tries it has failed: the reason stands below it, and once that is mended it can be tried again.',
          'What waits or runs can be cancelled. What a stopped server had in hand is taken up again.',
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
};
