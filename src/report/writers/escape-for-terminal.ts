/**
 * What a reader can't see or a terminal obeys: control characters, line separators, lone surrogates, and all that Unicode
 * calls ignorable by default, which covers the bidirectional controls, zero-width characters, blank fillers and tags.
 */
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;

/** A joiner or selector that holds an emoji together, such as that of a family; those stay as they are. */
const EMOJI_GLUE =
  /(?<=\p{Emoji}(?:\p{Emoji_Modifier}|\ufe0f)?)(?:\u200d(?=\p{Extended_Pictographic})|[\ufe0e\ufe0f])/gu;

/** GitHub runs `##[command]` wherever it stands in a line of a log, Azure `##vso[command]`; the first sign stays. */
export const LOG_COMMAND = /##(?=[a-z]*\[)/gi;

/** GitHub runs `::command::` where a line of a log begins with it, blanks aside. */
const LOG_COMMAND_AT_START = /^([^\S\n]*):(?=:)/gm;

/** The text with its lines begun in a way that no runner obeys. For output that was laid out after it was made safe. */
export function escapeLineStarts(text: string): string {
  return text.replace(LOG_COMMAND_AT_START, '$1\\u003a');
}

/** Letters and signs of which none hides, reorders or commands: what nearly every text is made of. */
const HARMLESS = /^[\n\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u25ff]*$/;

/** True for text that `escapeForTerminal` leaves as it is, found out at a fraction of its cost. */
function isHarmless(text: string): boolean {
  return HARMLESS.test(text) && !text.includes('##') && !text.includes('::');
}

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

/**
 * Text from a user's file, fit for a terminal and for the log of a CI run: whatever hides, reorders or commands is shown
 * as an escape such as `\u202e`. Line feeds stay, a CRLF becomes one, a tab becomes a space. Applying it twice changes
 * nothing; after wrapping it has to be applied again, as a line may then begin elsewhere.
 */
export function escapeForTerminal(text: string): string {
  if (isHarmless(text)) return text;
  const glue = new Set<number>();
  for (const match of text.matchAll(EMOJI_GLUE)) glue.add(match.index);
  const visible = text
    .replace(UNSAFE, (character, at: number) => {
      if (character === '\n' || glue.has(at)) return character;
      if (character === '\t') return ' ';
      if (character === '\r' && text[at + 1] === '\n') return '';
      return escapeCharacter(character);
    })
    .replace(LOG_COMMAND, '#\\u0023');
  return escapeLineStarts(visible);
}
