/** Applications with little, usual and as much content as a form takes: what prints are tried with. */
export { CONTENTS, type Content } from './content.ts';
export { sampleCase } from './sample-case.ts';
