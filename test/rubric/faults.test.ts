import { describe, expect, it } from 'vitest';
import { copyOfSet, edit, lineOf, loadTexts, problemsOfSet, type Texts } from './broken-set.ts';

interface Break {
  readonly name: string;
  /** What is broken: each edit replaces the first match, or all of a global pattern. */
  readonly edits: readonly (readonly [file: string, from: RegExp, to: string])[];
  /** The file in which it is told. */
  readonly file: string;
  /** The line that it is told on, once broken: the first that matches, of two alike the last. */
  readonly line: RegExp;
  readonly says: RegExp;
  readonly suggestion?: string;
}

const EDGE = 'dimensions/technical_edge.yaml';
const DEMAND = 'dimensions/demand_maturity.yaml';
const PULL = 'dimensions/regulatory_pull.yaml';
const LANDMARK = 'dimensions/landmark_adoption.yaml';
const STORAGE = 'tracks/storage.yaml';
const CLAIMS = '../seeds/claims.yaml';

/** A break that is told in the file where it was made. */
function broken(
  name: string,
  file: string,
  from: RegExp,
  to: string,
  line: RegExp,
  says: RegExp,
  suggestion?: string,
): Break {
  const base = { name, edits: [[file, from, to] as const], file, line, says };
  return suggestion === undefined ? base : { ...base, suggestion };
}

const SHAPES: readonly Break[] = [
  broken('YAML that cannot be read', 'gates.yaml', /^gates:/m, 'gates: [', /^ {2}- id: edge/, /brackets/),
  broken('an unknown key', STORAGE, /^demand:/m, 'demnd:', /^demnd:/, /`demnd` is no key/, 'demand'),
  broken('a missing key', STORAGE, /^demand: .*\n/m, '', /^id: storage/, /`demand` is missing/),
  broken('an id in capitals', STORAGE, /^id: storage/m, 'id: Storage', /^id: Storage/, /`id` is no .*`Storage`/),
  broken('an empty list of claims', STORAGE, /^claims: .*/m, 'claims: []', /^claims:/, /at least 1/),
  broken(
    'a version that is none',
    'rubric.yaml',
    /^version: .*/m,
    'version: "1"',
    /^version:/,
    /`version` is no .*`1`/,
  ),
  broken('a band above 100', 'rubric.yaml', /^(\s+from:) [1-9]\d*/m, '$1 101', /from: 101/, /at most 100/),
  broken('a floor of coverage above 1', 'rubric.yaml', /^(coverage_floor:).*/m, '$1 1.5', /^coverage_f/, /at most 1/),
  broken('a cap of a gate above 100', 'gates.yaml', /cap: \d+/, 'cap: 250', /cap: 250/, /at most 100/),
  broken('a cap of a gate under 0', 'gates.yaml', /cap: \d+/, 'cap: -1', /cap: -1/, /at least 0/),
  broken('four multiples for five eases', 'gates.yaml', /steps: .*/, 'steps: [4, 3, 2, 1.5]', /steps:/, /5 entries/),
  broken('a weight in parts', STORAGE, /weight: \d+/, 'weight: 37.5', /weight: 37.5/, /whole number/),
  broken('a level 5', EDGE, /- level: 4/, '- level: 5', /- level: 5/, /`5` is no option/),
  broken('a day that does not exist', 'regulations.yaml', /until: \S+/, 'until: 2026-02-30', /until:/, /YYYY-MM-DD/),
  broken('an address without a scheme', CLAIMS, /- https:\/\/\S+/, '- www.htx.com', /- www/, /web address/),
];

const ALONE: readonly Break[] = [
  broken('bands that do not rise', 'rubric.yaml', /^(\s+from:) [1-9]\d*/m, '$1 100', /- id: mismatch/, /bands must/),
  broken('a best grade under 4', 'evidence.yaml', /(independent,.* cap:) 4/, '$1 3', /id: none/, /caps of the grades/),
  broken(
    'steps that do not fall',
    'gates.yaml',
    /steps: .*/,
    'steps: [10, 5, 5, 2, 1]',
    /steps:/,
    /multiples must fall/,
  ),
  broken('levels out of order', EDGE, /- level: 4/, '- level: 3', /- level: 0/, /0, 1, 2, 3, 4/),
  broken('thresholds that do not rise', EDGE, /at_least: 1\.75/, 'at_least: 3', /- level: 0/, /strictly harder/),
  broken('a threshold left out', EDGE, /^\s+at_least: 1\.75\n/m, '', /- level: 0/, /each need an `at_least`/),
  broken('an option twice', DEMAND, /option: pilots/, 'option: explored', /- level: 0/, /the same option/),
  broken('an option called unknown', DEMAND, /option: pilots/, 'option: unknown', /- level: 0/, /called `unknown`/),
  broken(
    '`at_least` on a choice',
    DEMAND,
    /(option: pilots)/,
    '$1\n        at_least: 2',
    /- level: 0/,
    /no `at_least`/,
  ),
  broken('`at_least` on customers', LANDMARK, /- level: 1/, '$&\n        at_least: 2', /- level: 0/, /no `at_least`/),
  broken('`option` on a comparison', EDGE, /- level: 1/, '$&\n        option: dear', /- level: 0/, /no `option`/),
  broken('a minimum above the maximum', DEMAND, /minimum: 0(\n\s+maximum)/, 'minimum: 101$1', /minimum: 101/, /above/),
  broken(
    'a raised cap',
    EDGE,
    /effort:/,
    'caps: { press: 3 }\n    caps_reason: So.\n    $&',
    /caps: { press: 3/,
    /never raise/,
  ),
  broken(
    'falling caps',
    EDGE,
    /effort:/,
    'caps: { checkable: 1 }\n    caps_reason: So.\n    $&',
    /caps: {/,
    /better grade/,
  ),
  broken(
    'caps without a reason',
    EDGE,
    /effort:/,
    'caps: { checkable: 2 }\n    $&',
    /caps: { checkable: 2/,
    /caps_reason/,
  ),
  broken('a term without a word', STORAGE, /term: archive,/, 'term: "? ! ~ x",', /"\? ! ~ x"/, /holds no word/),
  broken('a term of an unknown group', 'classifier.yaml', /term: blockchain,/, 'term: <chian>,', /<chian>/, /no group/),
  broken('two sides too many', STORAGE, /^(signals:\n.*term:) [^,]+/m, '$1 a ~ b ~ c', /a ~ b ~ c/, /two around one/),
];

const DUPLICATES: readonly Break[] = [
  broken(
    'an id of two lists',
    'gates.yaml',
    /- id: landmark/,
    '- id: storage',
    /- id: storage/,
    /taken .* tracks\/storage/,
  ),
  broken('a criterion twice', EDGE, /- id: performance/, '- id: cost', /- id: cost/, /taken already/),
  broken('a rating rule twice', 'rubric.yaml', /- id: silence/, '- id: offer', /- id: offer/, /twice/),
  broken('a source kind twice', 'evidence.yaml', /id: contract,/, 'id: price-list,', /title: Contract or/, /twice/),
  broken(
    'a workload twice',
    'alternatives.yaml',
    /- id: h200-rental/,
    '- id: h100-rental',
    /- id: h100-rental/,
    /twice/,
  ),
  broken(
    'a service class twice',
    'alternatives.yaml',
    /- id: marketplace/,
    '- id: data-centre',
    /- id: data-c/,
    /twice/,
  ),
  broken('a unit twice', 'units.yaml', /id: USD per H200-hour }/, 'id: USD per H100-hour }', /H100-hour }/, /twice/),
  broken('a claim twice', CLAIMS, /- id: tracks-differ/, '- id: judge-from-demand', /- id: judge-from-demand/, /twice/),
  broken('a model twice', STORAGE, /- id: permanent/, '- id: pooled-disks', /- id: pooled-disks/, /twice/),
  broken('a duty twice', 'regulations.yaml', /- id: art-12/, '- id: art-10', /- id: art-10/, /`art-10` .* twice/),
];

const TRACKS: readonly Break[] = [
  broken('weights that sum to 99', STORAGE, /weight: 7\n/, 'weight: 6\n', /^ {2}technical_edge:/, /sum to 99/),
  broken(
    'a missing weight',
    STORAGE,
    / {2}switching_cost:(?:\n {4}.*)+\n/,
    '',
    /^ {2}technical/,
    /`switching_cost` is miss/,
  ),
  broken(
    'a weight of no dimension',
    STORAGE,
    /^ {2}switching_cost:/m,
    '  switching_costs:',
    /weight: 10/,
    /no dimension/,
    'switching_cost',
  ),
  {
    name: 'a dimension without an applicable criterion',
    edits: [[PULL, /^ {4}weight: \d+/gm, '    weight: 0']],
    file: STORAGE,
    line: /weight: 7$/,
    says: /no criterion of `regulatory_pull`/,
  },
  broken(
    'a deciding choice',
    STORAGE,
    /criterion: cost/,
    'criterion: urgency',
    /criterion: urgency/,
    /must be a comparison/,
  ),
  {
    name: 'a deciding criterion that does not apply',
    edits: [[EDGE, /^ {6}data-market: >-/m, '      storage: So.\n$&']],
    file: STORAGE,
    line: /criterion: cost/,
    says: /applies on this track/,
  },
  broken(
    'a dimension called as a key of every description',
    EDGE,
    /^id: technical_edge/m,
    'id: sources',
    /^id: sources/,
    /belongs into/,
  ),
];

const DANGLING: readonly Break[] = [
  broken(
    'a claim of a track',
    STORAGE,
    /^claims: .*/m,
    'claims: [storage-model]',
    /^claims:/,
    /no claim/,
    'storage-models',
  ),
  broken(
    'a claim of a criterion',
    EDGE,
    /\[compute-has-rationale,/,
    '[compute-has-rationales,',
    /\[compute-has-r/,
    /no claim/,
    'compute-has-rationale',
  ),
  broken(
    'a section of a claim',
    CLAIMS,
    /section: premise/,
    'section: premises',
    /section: premises/,
    /no section/,
    'premise',
  ),
  broken(
    'a criterion of a gate',
    'gates.yaml',
    /criterion: customers/,
    'criterion: custommers',
    /custommers/,
    /no criterion/,
    'customers',
  ),
  broken(
    'a criterion of a diagnosis',
    'diagnoses.yaml',
    /criterion: duties/,
    'criterion: duty',
    /criterion: duty,/,
    /no criterion/,
  ),
  broken(
    'a deciding criterion',
    STORAGE,
    /criterion: cost/,
    'criterion: costs',
    /criterion: costs/,
    /no criterion/,
    'cost',
  ),
  broken(
    'a gate of a diagnosis',
    'diagnoses.yaml',
    /gate: landmark/,
    'gate: landmarks',
    /gate: landmarks/,
    /no gate/,
    'landmark',
  ),
  broken(
    'a track of a diagnosis',
    'diagnoses.yaml',
    /track: \[verification\]/,
    'track: [verify]',
    /\[verify\]/,
    /no track/,
  ),
  broken(
    'a track of a gate',
    'gates.yaml',
    /tracks: \[compute, storage\]/,
    'tracks: [compute, store]',
    /store\]/,
    /no track/,
  ),
  broken(
    'a track of a criterion',
    EDGE,
    /^ {6}data-market: >-/m,
    '      data-markets: >-',
    /So|data sets|Data sets/,
    /no track/,
    'data-market',
  ),
  broken(
    'a track of a duty',
    'regulations.yaml',
    /^ {10}data-market:/m,
    '          data:',
    /level: 3/,
    /no track `data`/,
  ),
  broken('a dimension of a gate', 'gates.yaml', /ease: switching_cost/, 'ease: switching', /ease:/, /no dimension/),
  broken(
    'a grade of a source kind',
    'evidence.yaml',
    /(price-list, grade:) checkable/,
    '$1 checked',
    /checked/,
    /no evidence grade/,
    'checkable',
  ),
  broken(
    'a grade for own hosts',
    'evidence.yaml',
    /(own_host_cap:).*/,
    '$1 chekable',
    /own_host_cap/,
    /no evidence grade/,
    'checkable',
  ),
  broken(
    'a grade in caps',
    EDGE,
    /effort:/,
    'caps: { pres: 1 }\n    caps_reason: So.\n    $&',
    /caps: { pres:/,
    /no evidence grade/,
    'press',
  ),
  broken('a kind of criterion', EDGE, /kind: choice/, 'kind: choise', /kind: choise/, /no kind of criterion/, 'choice'),
  broken('a source kind', 'regulations.yaml', /kind: law/, 'kind: laws', /kind: laws/, /no source kind/, 'law'),
  broken(
    'a unit',
    'alternatives.yaml',
    /unit: USD per H100-hour/,
    'unit: USD per H100-hours',
    /H100-hours/,
    /no unit/,
    'USD per H100-hour',
  ),
  broken(
    'a unit as base',
    'units.yaml',
    /base: USD per H100-hour/,
    'base: USD per A100-hour',
    /A100/,
    /no unit/,
    'USD per H100-hour',
  ),
  broken(
    'a workload',
    'alternatives.yaml',
    /workload: h100-rental/,
    'workload: h100',
    /workload: h100$/,
    /no workload/,
  ),
  broken(
    'a service class',
    'alternatives.yaml',
    /service_class: data-centre/,
    'service_class: data-center',
    /data-center/,
    /no service class/,
    'data-centre',
  ),
  broken(
    'evidence of the classifier',
    'classifier.yaml',
    /(?<=\n {4}evidence: )\w+/,
    'chan',
    /evidence: chan/,
    /no evidence/,
    'chain',
  ),
  broken(
    'a track of the classifier',
    'classifier.yaml',
    /(tracks:) \[[^\]]*\]/,
    '$1 [computer]',
    /\[computer\]/,
    /no track/,
    'compute',
  ),
];

const REGISTERS: readonly Break[] = [
  broken(
    'an alternative for a choice',
    'alternatives.yaml',
    /criterion: cost/,
    'criterion: urgency',
    /criterion: urgency/,
    /compares nothing/,
  ),
  broken(
    'an alternative against its criterion',
    'alternatives.yaml',
    /better: lower/,
    'better: higher',
    /better: higher/,
    /of `cost`, lower/,
  ),
  {
    name: 'alternatives of one workload in two directions',
    edits: [
      [EDGE, /^ {4}better: lower\n/m, ''],
      ['alternatives.yaml', /better: lower/, 'better: higher'],
    ],
    file: 'alternatives.yaml',
    line: /better: higher/,
    says: /the other direction/,
  },
  broken(
    'a unit that differs from its base',
    'units.yaml',
    /(id: s, .*better:) lower/,
    '$1 higher',
    /id: s,/,
    /differ/,
  ),
  broken(
    'a base that converts further',
    'units.yaml',
    /H100-minute, base: USD per H100-hour/,
    'H100-minute, base: USD per H100-day',
    /H100-minute/,
    /further/,
  ),
  broken(
    'a duty that ends before it begins',
    'regulations.yaml',
    /until: \S+/,
    'until: 2001-01-01',
    /until: 2001/,
    /before its first/,
  ),
];

describe('loading a set', () => {
  it('takes the unbroken copy', () => {
    expect(loadTexts(copyOfSet()).ok).toBe(true);
  });

  it.each([...SHAPES, ...ALONE, ...TRACKS, ...DANGLING, ...REGISTERS, ...DUPLICATES])('tells $name', (row) => {
    const texts = copyOfSet();
    for (const [file, from, to] of row.edits) edit(texts, file, from, to);
    const told = problemsOfSet(texts).map(({ file, at, what, suggestion }) => ({
      file,
      line: at?.line ?? null,
      what,
      suggestion,
    }));
    expect(told).toContainEqual({
      file: row.file,
      line: lineOf(texts, row.file, row.line, DUPLICATES.includes(row) ? 'last' : 'first'),
      what: expect.stringMatching(row.says),
      suggestion: row.suggestion ?? null,
    });
  });
});
