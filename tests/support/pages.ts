import { build, type InlineConfig } from 'vite';

/** Builds screens as for people: with the NODE_ENV of a test, antd gives every part of a page one id. */
export async function buildPages(config: InlineConfig): Promise<void> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await build({ logLevel: 'error', ...config });
  } finally {
    process.env.NODE_ENV = before ?? 'test';
  }
}
