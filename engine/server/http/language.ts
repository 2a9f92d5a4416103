import type { Context } from 'koa';

const COOKIE = 'language';

/**
 * The language of a request: what its account has chosen, else what this browser has (the screens keep it in a cookie),
 * else what it asks for by `Accept-Language`; of those that the programme has. The first is the programme's own.
 */
export function languageOf(ctx: Context, languages: readonly string[], chosen: string | null = null): string {
  const wanted = [chosen, ctx.cookies.get(COOKIE)].find((one) => one != null && languages.includes(one));
  return wanted ?? (ctx.acceptsLanguages([...languages]) || languages[0] || 'en');
}
