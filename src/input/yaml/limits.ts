import { makeExcerpt } from '../text/quote.ts';
import type { TextDiagnostic, TextRange } from '../text/text-places.ts';

/** Levels of nesting; more than in any description, and what is deeper was made to exhaust a reader. */
export const MAX_DEPTH = 64;

/** Values that all aliases of a file may stand for together. */
export const MAX_ALIASED_VALUES = 10_000;

export function explainTooDeep({ from }: TextRange): TextDiagnostic {
  return {
    code: 'yaml/too-deep',
    at: { from, to: from + 1 },
    what: `the values are nested more than ${MAX_DEPTH} levels deep`,
    why: 'Nothing here needs that many levels, and reading them could exhaust the program.',
    fix: 'Take levels out; most often a bracket or an indentation is repeated by mistake.',
  };
}

export function explainAliasBomb(at: TextRange): TextDiagnostic {
  return {
    code: 'yaml/alias-bomb',
    at,
    what: `the aliases of this file stand for more than ${MAX_ALIASED_VALUES} values`,
    why: 'Aliases that repeat aliases grow without bound.',
    fix: 'Write the values out where they are used.',
  };
}

export function explainAliasCycle(name: string, at: TextRange): TextDiagnostic {
  return {
    code: 'yaml/alias-cycle',
    at,
    what: `the alias \`*${makeExcerpt(name)}\` stands within the value that it repeats`,
    why: 'The value would have no end.',
    fix: 'Write the value out where it is used.',
  };
}

export function explainUndefinedAlias(name: string, at: TextRange): TextDiagnostic {
  return {
    code: 'yaml/undefined-alias',
    at,
    what: `\`*${makeExcerpt(name)}\` repeats a value, and no value above is marked \`&${makeExcerpt(name)}\``,
    why: 'A * at the start of a value makes it an alias: a copy of a value that was marked with & before.',
    fix: 'Put the text in quotes if the * belongs to it; begin the items of a list with a hyphen and a blank.',
  };
}

export function explainUnusedAnchor(name: string, at: TextRange): TextDiagnostic {
  return {
    code: 'yaml/unused-anchor',
    at,
    what: `\`&${makeExcerpt(name)}\` is read as a mark for aliases, and no alias uses it`,
    why: 'A & at the start of a value does not belong to its text, so that part is lost.',
    fix: 'Put the value in quotes if the & is part of the text, else remove the mark.',
  };
}
