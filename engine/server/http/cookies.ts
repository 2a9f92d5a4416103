import type { Context } from 'koa';

/** The session's cookie: bound to the host and to TLS where there is TLS, a plain name on loopback without it. */
const cookieName = (secure: boolean): string => (secure ? '__Host-sid' : 'sid');

/** The session's secret as the browser sent it; undefined where it sent none. */
export const readSession = (ctx: Context, secure: boolean): string | undefined =>
  ctx.cookies.get(cookieName(secure));

/** Sets the session's secret, or takes the cookie away when `secret` is null. */
export function writeSession(ctx: Context, secure: boolean, secret: string | null): void {
  if (secure) ctx.cookies.secure = true;
  ctx.cookies.set(cookieName(secure), secret, {
    httpOnly: true,
    sameSite: 'lax',
    secure,
    path: '/',
    overwrite: true,
  });
  if (secret === null && secure) ctx.set('Clear-Site-Data', '"cache", "storage"');
}
