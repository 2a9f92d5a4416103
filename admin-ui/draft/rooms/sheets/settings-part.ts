import type { TypedSheet } from './settings.ts';

/** A part of the settings of a sheet: what is typed, and where it goes. */
export type PartProps = {
  typed: TypedSheet;
  put: (patch: Partial<TypedSheet>) => void;
  isOpen: boolean;
};
