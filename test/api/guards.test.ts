import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/rubric.ts';

type Api = typeof import('../../src/api/index.ts');

let api: Api;
beforeAll(async () => {
  api = await import(pathToFileURL(path.join(ROOT, 'dist/index.js')).href);
});

const TEXT = 'name: A\nsummary: GPUs by the hour\nas_of: 2026-06-29\ntrack: compute\n';

function described() {
  const read = api.readDescription(TEXT, api.builtInRubric);
  if (!read.ok) throw new Error('it is no description');
  return {
    read,
    description: read.value,
    file: api.reportFile([api.assess(read.value, api.builtInRubric)], api.builtInRubric),
  };
}

/** Calls that a program without types can make, and how each is refused. */
const CALLS: readonly (readonly [string, RegExp, (api: Api, given: never) => unknown])[] = [
  ['readRubric(null)', /^texts must be an object .*, not null$/, (a, none) => a.readRubric(none)],
  [
    'readRubric of a number',
    /^texts\["gates.yaml"\] must be a string, not a number$/,
    (a) => a.readRubric({ 'gates.yaml': 5 as never }),
  ],
  ['readRubric of a map', /^texts must be .*, not another object$/, (a) => a.readRubric(new Map() as never)],
  ['readDescription(null)', /^text must be a string, not null$/, (a, none) => a.readDescription(none, a.builtInRubric)],
  [
    'readDescription by no rubric',
    /^rubric must be `builtInRubric`, or .*, not undefined$/,
    (a) => a.readDescription(TEXT, undefined as never),
  ],
  [
    'readDescription by what readRubric gives',
    /^rubric must be/,
    (a) => a.readDescription(TEXT, { ok: true, value: a.builtInRubric } as never),
  ],
  [
    'readDescription with no options',
    /^options must be an object, not null$/,
    (a, none) => a.readDescription(TEXT, a.builtInRubric, none),
  ],
  [
    'readDescription of a number as its name',
    /^name must be a string, not a number$/,
    (a) => a.readDescription(TEXT, a.builtInRubric, { name: 5 as never }),
  ],
  ['classify(null)', /^text must be a string, not null$/, (a, none) => a.classify(none, a.builtInRubric.classifier)],
  [
    'classify by a rubric',
    /^classifier must be the `classifier` of a rubric/,
    (a) => a.classify('GPUs', a.builtInRubric as never),
  ],
  [
    'assess with the text of a lock file',
    /^lock must be the parsed content of a lock file, not a string$/,
    (a) => a.assess(described().description, a.builtInRubric, { lock: '{}' as never }),
  ],
  [
    'assess of what readDescription gives',
    /^description must be the `value` that `readDescription` returns/,
    (a) => a.assess(described().read as never, a.builtInRubric),
  ],
  [
    'assess with no options',
    /^options must be an object/,
    (a, none) => a.assess(described().description, a.builtInRubric, none),
  ],
  ['explainVerdict(null)', /^description must be/, (a, none) => a.explainVerdict(none, a.builtInRubric)],
  [
    'reportFile of a report',
    /^reports must be an array of reports from `assess`/,
    (a) => a.reportFile(described().file.reports[0] as never, a.builtInRubric),
  ],
  [
    'reportFile of no reports',
    /^reports must be an array of reports/,
    (a) => a.reportFile([null] as never, a.builtInRubric),
  ],
  [
    'renderText of a report',
    /^file must be the result of `reportFile`/,
    (a) => a.renderText(described().file.reports[0] as never),
  ],
  ['renderMarkdown(null)', /^file must be/, (a, none) => a.renderMarkdown(none)],
  ['renderJson(null)', /^file must be/, (a, none) => a.renderJson(none)],
];

describe('the programmatic interface, called with something else', () => {
  it.each(CALLS)('says what it takes: %s', (_, says, call) => {
    const act = () => call(api, null as never);
    expect(act).toThrow(TypeError);
    expect(act).toThrow(says);
  });

  it('gives a promise that says so', async () => {
    await expect(api.renderHtml(null as never)).rejects.toThrow(/^file must be/);
  });

  it('names the tracks where it is given none of them', () => {
    const act = () => api.assess(described().description, api.builtInRubric, { track: 'computer' });
    expect(act).toThrow(RangeError);
    expect(act).toThrow(/no track "computer"; it has .*compute.*, storage/);
  });

  it('takes each function what the one before gives', () => {
    const { file } = described();
    expect(
      api.classify(
        'A marketplace on a chain where teams rent GPUs of independent operators.',
        api.builtInRubric.classifier,
      ).ranked,
    ).not.toEqual([]);
    for (const text of [api.renderText(file), api.renderMarkdown(file), api.renderJson(file)])
      expect(text).not.toBe('');
  });

  it('lets nobody change the rubric for everybody', () => {
    const frozen = (value: unknown): boolean =>
      typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(frozen));
    expect(frozen(api.builtInRubric)).toBe(true);
  });
});
