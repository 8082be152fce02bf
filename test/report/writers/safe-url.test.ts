import { describe, expect, it } from 'vitest';
import { toSafeUrl } from '../../../src/report/writers/safe-url.ts';

describe('safeUrl', () => {
  it.each([
    ['https://example.org/a?b=1&c=2#d', 'https://example.org/a?b=1&c=2#d'],
    ['http://example.org', 'http://example.org/'],
    ['HTTPS://EXAMPLE.org/A', 'https://example.org/A'],
    ['https://example.org/a(b)|c', 'https://example.org/a%28b%29%7Cc'],
    ['https://example.org/\u001b]x\u202e', 'https://example.org/%1B%5Dx%E2%80%AE'],
    ['https://example.org/[x](y)"<>`', 'https://example.org/%5Bx%5D%28y%29%22%3C%3E%60'],
  ])('%j gives %j', (text, href) => {
    expect(toSafeUrl(text)).toBe(href);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'mailto:a@b.example',
    '//example.org',
    'example.org',
    '',
    'https://',
    ' https://example.org',
  ])('%j is no web address', (text) => {
    expect(toSafeUrl(text)).toBeNull();
  });
});
