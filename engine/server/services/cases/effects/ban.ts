import { bans, uniqueValues, users } from '#server/store/index.ts';
import type { EffectHandler, EffectWork } from './effect.ts';
