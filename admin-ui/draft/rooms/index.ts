import { type ComponentType, lazy } from 'react';
import { AccountsRoom } from './accounts/AccountsRoom.tsx';
import { ChangesRoom } from './ChangesRoom.tsx';
import { CodesRoom } from './CodesRoom.tsx';
import { CasesRoom } from './cases/CasesRoom.tsx';
import { FormsRoom } from './forms/FormsRoom.tsx';
import { ItemsRoom } from './ItemsRoom.tsx';
import { NumbersRoom } from './NumbersRoom.tsx';
import { ReleaseRoom } from './release/ReleaseRoom.tsx';
import { RulesRoom } from './rules/RulesRoom.tsx';
import { TextsRoom } from './TextsRoom.tsx';

/** The rooms of a draft in the order of the menu. Those that bring much along are loaded when somebody opens them. */
export const ROOMS = {
  changes: ChangesRoom,
  numbers: NumbersRoom,
  forms: FormsRoom,
  items: ItemsRoom,
  rules: RulesRoom,
  codes: CodesRoom,
  routes: lazy(() => import('./routes/RoutesRoom.tsx')),
  sheets: lazy(() => import('./sheets/SheetsRoom.tsx')),
  rosters: lazy(() => import('./rosters/RostersRoom.tsx')),
  accounts: AccountsRoom,
  texts: TextsRoom,
  cases: CasesRoom,
  replay: lazy(() => import('./replay/ReplayRoom.tsx')),
  release: ReleaseRoom,
} satisfies Record<string, ComponentType>;

type Room = keyof typeof ROOMS;

export const ROOM_IDS = Object.keys(ROOMS) as Room[];
