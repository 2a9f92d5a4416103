export const en: Record<string, string> = {
  'unknown-event': 'This route has no action "{event}"',
  'not-allowed': '"{event}" is not possible while the case stands at "{state}"',
  system: 'The system',
};
