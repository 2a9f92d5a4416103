/** Codes of prints that people type, with a check sign, and bytes as text for a QR code. */
export { fromBase32, toBase32 } from './base32.ts';
export { CODE_LENGTH, codeInSigned, readCode, writeCode } from './code.ts';
