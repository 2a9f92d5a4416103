export { type ApiWords, apiWords } from './api.ts';
export { type ApplicantWords, applicantWords } from './applicant.ts';
export { type FormWords, formWords } from './form.ts';
export { type FrameWords, frameWords } from './frame.ts';
export { type Locale, LocaleProvider, localeOf, useLocale, useWords, type Words } from './locale.tsx';
export { type LoginWords, loginWords } from './login.ts';
export { type ReviewWords, reviewWords } from './review.ts';
