import { describe, it } from 'vitest';
import { broken, expectTold } from '../broken-set.ts';

const FILE = 'statements.yaml';

describe('the vocabulary of statements', () => {
  it.each([
    broken('a criterion', FILE, /^ {2}revenue: \[annual/m, '  revenu: [annual', /no criterion `revenu`/, {
      suggestion: 'revenue',
    }),
    broken('a role', FILE, /growth: \[use\]/, 'growth: [uses]', /no criterion `uses`/, { suggestion: 'use' }),
    broken('a role that is not one', FILE, /growth: \[/, 'growths: [', /unknown key `growths`/, {
      suggestion: 'growth',
    }),
    broken('a measure of the grammar', 'grammar.yaml', /by: hour,/, 'by: hous,', /no word of a measure `hous`/, {
      suggestion: 'hour',
    }),
    broken('a measure of a period', 'grammar.yaml', /\[weekly, /, '[weeklie, ', /no word of a measure `weeklie`/, {
      suggestion: 'weekly',
    }),
    broken('a distance', 'grammar.yaml', /^ {2}hedge: 28/m, '  hedge: 0', /at least 1/),
    broken('a regulation', FILE, /^ {4}gdpr: /m, '    gdpa: ', /no regulation `gdpa`/, { suggestion: 'gdpr' }),
    broken('a grade', FILE, /needs: independent/, 'needs: indepndent', /no evidence grade `indepndent`/, {
      suggestion: 'independent',
    }),
    broken(
      'a criterion of strong words',
      FILE,
      /about: \[unmet_need\]/,
      'about: [unmet_ned]',
      /no criterion `unmet_ned`/,
      { suggestion: 'unmet_need' },
    ),
    broken('a family', FILE, /id: cheapest/, 'id: first-or-only', /duplicate id `first-or-only`/),
    broken('a key', FILE, /^percents:/m, 'percent:', /unknown key `percent`/, { suggestion: 'percents' }),
    broken('an empty list', FILE, /^percents: .*/m, 'percents: []', /at least 1/),
    broken(
      'a number word that is none',
      FILE,
      /half a: 0\.5/,
      'half a: 0',
      /above 0|more than 0|greater than 0|at least/,
    ),
  ])('tells what is wrong: $name', expectTold);
});
