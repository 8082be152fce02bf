import * as fs from 'node:fs';
import * as path from 'node:path';
import { ROOT } from '../run-built.ts';

/** Numbers from a seed, the same on every machine (mulberry32). */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * limit);
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
}

/** Signs and words that readers stumble over, and markup that no output may let through; `zq` marks the latter. */
const TOKENS = [
  ...'\n :-#,[]{}"\'|>&*!%@`?~0.\\_<=+/()$;^\t\r\u0000\u001b\u0085\u00a0\u0301\u200d\u202e\u2028\ufeff\ud800漢é',
  ...[
    '\n\n',
    '---\n',
    '...\n',
    '\n  ',
    '  - ',
    ': ',
    ' #',
    '|+\n\n',
    '>-\n',
    '<<: *a',
    '&a ',
    '*a',
    '!!str ',
    '%YAML 1.1\n',
  ],
  ...['__proto__: ', 'constructor: ', 'toString: ', 'null', '~', '1e999', '0x1f', '007', 'unknown', '2026-13-01', '-0'],
  ...['<zq>', '</zq>', '<!--zq-->', '[zq](javascript:zq)', '![zq](javascript:zq)', '](javascript:zq)', '&lt;zq&gt;'],
  ...[
    '\u001b]8;;zq\u0007',
    '\u001b[31mzq',
    '::error::zq',
    '##[zq]',
    '\n::zq::',
    '<script>zq</script>',
    '"><zq x="',
    '`zq`',
  ],
  ...[
    '```\n',
    '~~~\n',
    '> ',
    '1. ',
    '# ',
    '| a | b |\n|---|---|\n',
    '[^1]',
    '[^1]: ',
    '[a]: b\n',
    '**',
    '*a_',
    'www.a.b',
    'a@b.c',
  ],
  ...[
    '# demandfit-ignore source/stale until 2027-01-01: why',
    '<!-- demandfit-ignore memo/no-entry until 2027-01-01: why -->',
  ],
  ...[
    '5 USD',
    '$2.40 an hour',
    '40% cheaper than AWS',
    'Acme pays us',
    'the only',
    'EU AI Act Article 12',
    '1,000,000',
    '…',
    '\u0301',
  ],
];

export const TOKEN_WORDS: readonly string[] = TOKENS;

function readAll(folder: string, ending: RegExp): readonly string[] {
  return fs
    .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .sort()
    .map((name) => fs.readFileSync(path.join(ROOT, folder, name), 'utf8'))
    .filter((text) => text.length < 40_000);
}

const REPLY = `name: Lantern
summary: Lantern sells rented GPUs to hospitals.
answers:
  cost: { value: 2.65, unit: USD per H100-hour, quote: "One hour of an H100 costs 2.65 USD." }
  proof: { answer: open, quote: "Anyone can read the code." }
  customers:
    - { name: Acme Hospital, stage: production, paid: true, quote: "Acme Hospital pays for it in production." }
`;

const BASELINE = `{ "schemaVersion": 1, "files": { "a.yaml": { "name": "A", "index": 12.5, "asOf": "2026-06-29", "later": [{ "from":
"2026-08-02", "index": null }], "excused": [{ "rule": "source/stale", "subject": "docs", "fingerprint": "00ff" }] } } }`;

const LOCK = `{ "lockVersion": 1, "sources": { "https://a.example/": { "page": null, "missed": null, "pin": null, "quotes": [{ "text":
"a", "prefix": null, "suffix": null, "state": "found", "nearest": null }] } } }`;

/** Sound texts to begin with, by what they are. */
export function collectSeeds() {
  const [descriptions, memos] = [readAll('examples', /\.yaml$/), readAll('test/check/memo', /\.md$/)];
  const rubric = fs
    .readdirSync(path.join(ROOT, 'rubrics'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml') && !name.startsWith('classifier'))
    .sort()
    .map((name) => `# ${name}\n${fs.readFileSync(path.join(ROOT, 'rubrics', name), 'utf8')}`);
  const lists = { rubric, replies: [REPLY], baselines: [BASELINE], locks: [LOCK], words: ['a plain sentence'] };
  return { descriptions, memos, ...lists, any: [...descriptions, ...memos] };
}

/** A text with a few changes: of letters, of lines, of parts of another one. */
export function damage(text: string, others: readonly string[], chance: Chance): string {
  let result = text;
  for (let count = 1 + chance.below(4); count > 0; count -= 1) {
    const at = chance.below(result.length + 1);
    const length = chance.below(chance.pick([2, 12, 200]));
    const other = chance.pick(others);
    const lines = result.split('\n');
    const line = chance.below(lines.length);
    const from = chance.below(other.length);
    const token = chance.pick(TOKENS).repeat(chance.pick([1, 1, 1, 2, 40]));
    const changed = [
      () => result.slice(0, at) + token + result.slice(at),
      () => result.slice(0, at) + token + result.slice(at + length),
      () => result.slice(0, at) + result.slice(at + length),
      () => result.slice(0, at) + other.slice(from, from + length) + result.slice(at),
      () => lines.toSpliced(line, 1).join('\n'),
      () => lines.toSpliced(line, 0, lines[chance.below(lines.length)] ?? '').join('\n'),
      () => lines.with(line, `${' '.repeat(chance.below(5))}${lines[line]?.trim()}`).join('\n'),
      () => lines.with(line, (lines[line] ?? '').replace(/(:\s*).*$/, `$1${token.replaceAll('$', '$$$$')}`)).join('\n'),
    ];
    result = chance.pick(changed)();
  }
  return result.slice(0, 120_000);
}
