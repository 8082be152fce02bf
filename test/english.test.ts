import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { listHandWrittenPages } from '../src/build/docs/update-blocks.ts';
import { listProse } from '../src/build/prose.ts';
import { ROOT } from './support/rubric.ts';

// Every text that a user can meet is plain international English. These turns have been rewritten once and must not come back.

/** A turn that must not come back, with what to write instead. */
const TURNS: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\bunless told\b/i, 'default: ...'],
  [/\bheed(s|ed|ing)?\b/i, 'apply, follow'],
  [/\banew\b|\bafresh\b/i, 'again'],
  [
    /(?<!\bthere )\b(?:is|are|was|were) no (?!longer\b|more\b|less\b|later\b|earlier\b|one\b|better\b|worse\b)/i,
    'is not a ...',
  ],
  [/(?<!\bthere )\b(?:is none of\b|(?:is|are) none(?: too)?[.;,])/i, 'is not one'],
  [/\bof (?:its|their|his|her) own accord\b/i, 'voluntarily'],
  [/\bstands? (?:there|here|beside|written|with the|in the file)\b/i, 'is'],
  [/\bwhatever (?:else )?is said\b/i, 'whatever its other merits'],
  [/\bholds? no (?!\w+ of\b)/i, 'does not hold'],
  [/\b(?:names?|names? to) nobody\b/i, 'does not name'],
  [/\bbears? no (?:date|name)\b/i, 'is undated, has no name'],
  [/\bnothing rules (?:it|them|this) out\b/i, 'it could still'],
  [/\btakes? no part\b/i, 'is not used'],
  [/\bof a kind that\b/i, 'typical of'],
  [/\bheld against\b|\bhold(?:s|ing)? (?:\w+ ){1,4}against (?:the|rules|each|a)\b/i, 'compared with, checked against'],
  [/\bbeside\b/i, 'next to, besides, compared with, in addition to'],
  [/\bmend(?:s|ed|ing)?\b/i, 'fix'],
  [/\bdear(?:er|est|ly)?\b/i, 'expensive'],
  [/\b(?:is|are) (?:not )?to be (?:told|judged|found|read|had|seen)\b/i, 'should be, can be'],
  [/\b(?:goes|go|went) (?:before|first)\b/i, 'takes precedence'],
  [/\b(?:is|are) here(?: too)?[.;,]/i, 'counts here'],
  [/\bso many\b(?! that\b)/i, 'this many'],
  [/\b(?:paid|scored|asked|counted|sold|judged|weighed|printed|sell it|count them) apart\b/i, 'separately'],
  [/\bwhich see\b/i, 'see there'],
  [/\bin vain\b/i, 'without result'],
  [/\bfrom when on\b/i, 'from'],
  [/\b(?:has|have|had) (?:its|their) say\b/i, 'counts'],
  [/\bis heard\b/i, 'is inferred'],
  [/\bas the \w+ has it\b/i, 'according to'],
  [/\bheard in\b|\bspeaks? for (?:none|it)\b/i, 'inferred from'],
  [/\bstands? twice\b/i, 'is given twice'],
  [/\bexcludes? each other\b/i, 'cannot be combined'],
  [/\blet go of\b|\bwritten out anew\b/i, 'drop'],
  [/\bsets? rules aside\b/i, 'suppress'],
  [/\ba fault of its own\b/i, 'an internal error'],
  [/\bcomma between\b/i, 'separated by commas'],
  [/\bone's own\b/i, 'your own'],
  [/\bthis very\b|\bthe said\b/i, 'this'],
  [/\b(?:where|there|here)(?:of|in|upon|with|unto)\b/i, 'a plain clause'],
  [/\bwhence\b|\bhence\b|\bforthwith\b|\bto wit\b/i, 'so, at once'],
  [/\bno word (?:on|of|about)\b|\bsays? a word\b/i, 'does not mention'],
  [/\bat the least\b|\bare the least\b/i, 'required'],
  [/\bas it comes\b/i, 'as is'],
  [/\b(?:fits|fit|comes?) beside\b/i, 'adds to'],
  [/\bwhoever might\b|\bbe it (?:only|for)\b/i, 'no matter who, even if'],
  [/\bwithout the buyer's doing\b|\bwithout (?:\w+) doing\b/i, 'automatically'],
  [/\bis excused\b|\bexcuses? what\b/i, 'is suppressed'],
  [/\btells? (?:why|whether|which) (?:it|the|a) /i, 'says, shows, reports'],
];

/** Keys whose texts are words to search for, ids or quotations, and not sentences of ours. */
const NOT_OURS = new Set([
  'url',
  'urls',
  'signals',
  'words',
  'patterns',
  'terms',
  'hosts',
  'paths',
  'needles',
  'file',
  'quote',
]);

interface Text {
  readonly at: string;
  readonly text: string;
}

function* textsOf(value: unknown, at: string): Iterable<Text> {
  if (typeof value === 'string') yield { at, text: value };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) if (!NOT_OURS.has(key)) yield* textsOf(child, `${at}/${key}`);
}

/** YAML files that hold lists of words or invented texts, not sentences of ours. */
const WORD_LISTS = /^rubrics\/(?:generated|classifier)\/|^rubrics\/(?:grammar|reading|statements)\.yaml$/;

function yamlTexts(folder: string): readonly Text[] {
  return fs
    .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name))
    .filter((name) => name.endsWith('.yaml') && !WORD_LISTS.test(name))
    .toSorted()
    .flatMap((name) => [...textsOf(parse(fs.readFileSync(path.join(ROOT, name), 'utf8')), name)]);
}

/** The paragraphs of a file of prose, without what is generated or printed by a command. */
function paragraphsOf(name: string): readonly Text[] {
  const prose = fs
    .readFileSync(path.join(ROOT, name), 'utf8')
    .replace(/^```[\s\S]*?^```|<!-- table[\s\S]*?<!-- end -->|<!--[\s\S]*?-->/gm, '');
  return prose.split(/\n\s*\n/).map((text) => ({ at: name, text: text.replace(/\s+/g, ' ') }));
}

function findTurns(texts: readonly Text[]): readonly string[] {
  return texts.flatMap(({ at, text }) =>
    TURNS.flatMap(([pattern, instead]) => {
      const found = pattern.exec(text);
      return found === null ? [] : [`${at}: "${found[0]}" (write: ${instead}) in "${text}"`];
    }),
  );
}

describe('the English that users meet', () => {
  it('has none of the turns that were rewritten, in the rubric, its source and the examples', () => {
    const notes = yamlTexts('examples').filter(({ at }) => !at.includes('/sources/'));
    const pages = ['rubrics/README.md', 'seeds/article.md'].flatMap(paragraphsOf);
    expect(findTurns([...yamlTexts('rubrics'), ...yamlTexts('seeds'), ...notes, ...pages])).toEqual([]);
  });

  it('has none of them in the messages, help and comments of the program', () => {
    const prose = listProse(ROOT).map(({ file, line, text }) => ({ at: `${file}:${line}`, text }));
    expect(prose.length).toBeGreaterThan(3000);
    expect(findTurns(prose)).toEqual([]);
  });

  it.each([
    ...listHandWrittenPages(),
    'CONTRIBUTING.md',
    'action.yml',
    'skills/demandfit/SKILL.md',
  ])('has none of them in %s', (name) => {
    expect(findTurns(paragraphsOf(name))).toEqual([]);
  });

  it('finds a turn wherever it is in a text', () => {
    const found = findTurns([{ at: 'x', text: 'Draws (1 unless told); `a` is no key of `b`.' }]);
    expect(found).toHaveLength(2);
    expect(findTurns([{ at: 'x', text: 'There is no price, and it is no longer sold.' }])).toEqual([]);
  });
});
