const [TAB, LINE_FEED, RETURN, ESCAPE, BLANK] = [0x09, 0x0a, 0x0d, 0x1b, 0x20] as const;

/** What a terminal sends around a paste where it was asked to. */
const [PASTE_BEGINS, PASTE_ENDS] = ['\u001b[200~', '\u001b[201~'] as const;

/** Ask a terminal to mark what is pasted, and to stop that. */
export const [MARK_PASTES, LEAVE_PASTES] = ['\u001b[?2004h', '\u001b[?2004l'] as const;

const isBreak = (byte: number | undefined) => byte === LINE_FEED || byte === RETURN || byte === TAB;

/**
 * Puts pasted lines on one line, in place: prompts read key by key, and the end of a line would answer the question. Between the marks
 * of a paste every break becomes a blank; without marks those between two texts that come at once do, as nobody types so fast.
 */
export function createPasteJoiner(): (typed: Uint8Array) => void {
  let isPasting = false;
  return (typed) => {
    const text = new TextDecoder('latin1').decode(typed);
    const begins = isPasting ? 0 : text.indexOf(PASTE_BEGINS);
    if (begins === -1) {
      if (!typed.includes(ESCAPE)) joinLines(typed);
      return;
    }
    const ends = text.indexOf(PASTE_ENDS, begins);
    isPasting = ends === -1;
    for (let at = begins; at < (isPasting ? typed.length : ends); at += 1) if (isBreak(typed[at])) typed[at] = BLANK;
  };
}

/**
 * Makes blanks of the breaks between texts, and one return of those at the end. Enter that was pressed while no prompt was open comes as
 * a line feed, which prompts do not take for it.
 */
function joinLines(typed: Uint8Array): void {
  const first = typed.findIndex((byte) => byte >= BLANK);
  const last = typed.findLastIndex((byte) => byte >= BLANK);
  for (let at = 0; at < typed.length; at += 1) if (typed[at] === LINE_FEED) typed[at] = RETURN;
  if (first === -1) return;
  for (let at = first; at < last; at += 1) if (isBreak(typed[at])) typed[at] = BLANK;
  const after = typed.subarray(last + 1);
  if (after.length > 0 && after.every((byte) => byte === RETURN)) {
    after.fill(BLANK);
    after[after.length - 1] = RETURN;
  }
}
