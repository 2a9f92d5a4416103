import type { TouchedSheet, TypedSheet } from './settings.ts';

/** A part of the settings of a sheet: how they are now, and where what is changed of them goes. */
export type PartProps = {
  typed: TypedSheet;
  put: (patch: TouchedSheet) => void;
  isOpen: boolean;
};
