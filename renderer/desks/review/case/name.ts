import { isObject, segmentsOf, valueAt } from '../../../../engine/core/evaluate/index.ts';
import type { CaseView } from '../../../api/index.ts';

/** Whose case it is. */
export const nameOf = (view: CaseView): string => view.name;
