/**
 * The address in a form without any character that has a meaning in a terminal or in Markdown, or null when it is not a
 * full http or https address. Nothing else may become a link.
 */
export function toSafeUrl(text: string): string | null {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const { href, protocol } = new URL(text);
  if (protocol !== 'http:' && protocol !== 'https:') return null;
  return href.replace(
    /[^\w\-.~:/?#@!$&+,;=%]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
