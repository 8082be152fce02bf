import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchQuote, type QuoteContext } from '../../src/prose/match-quote.ts';
import { readMatchable } from '../../src/prose/matchable-text.ts';

const WORDS = { negations: ['not', 'never', "isn't", 'no'], turns: [], figure_ends: [] };

/** What was found of the text, for each place; else the status. */
function look(quote: string, text: string, context: QuoteContext = {}): readonly string[] | string {
  const match = matchQuote(quote, text, context);
  return match.status === 'found' ? match.at.map(({ from, to }) => text.slice(from, to)) : match.status;
}

describe('what is the same to a quote', () => {
  it.each([
    ['case', 'RENTS AN H100 for $2.65', 'Heron rents an H100 for $2.65 an hour.', 'rents an H100 for $2.65'],
    [
      'white space',
      'rents an  H100\nfor $2.65',
      'Heron rents\u00a0an H100   for $2.65.',
      'rents\u00a0an H100   for $2.65',
    ],
    ['dashes', 'paid use - outside crypto', 'It has paid use \u2014 outside crypto.', 'paid use \u2014 outside crypto'],
    [
      'quotation marks',
      `the "first mile" of data`,
      'We sell the \u201cfirst mile\u201d of data.',
      'the \u201cfirst mile\u201d of data',
    ],
    ['an apostrophe', "isn't in production yet", 'It isn\u2019t in production yet.', 'isn\u2019t in production yet'],
    [
      'soft hyphens',
      'decentralised storage',
      'A decen\u00adtral\u00adised stor\u200bage.',
      'decen\u00adtral\u00adised stor\u200bage',
    ],
    [
      'wide letters and ligatures',
      'an office of five',
      'It has an o\ufb03ce of \uff46\uff49\uff56\uff45.',
      'an o\ufb03ce of \uff46\uff49\uff56\uff45',
    ],
    [
      'composed letters',
      'caf\u00e9s in Zu\u0308rich pay',
      'Ten cafe\u0301s in Z\u00fcrich pay.',
      'cafe\u0301s in Z\u00fcrich pay',
    ],
    [
      'emphasis of the text',
      'rents an H100 for $2.65',
      'Heron **rents an _H100_** for `$2.65`.',
      'rents an _H100_** for `$2.65',
    ],
    [
      'emphasis of the quote',
      'rents an **H100** for *$2.65*',
      'Heron rents an H100 for $2.65.',
      'rents an H100 for $2.65',
    ],
    [
      'links of the text',
      'see the price list for terms',
      'Please see the [price list](https://a.example/p_(1) "x") for terms.',
      'see the [price list](https://a.example/p_(1) "x") for terms',
    ],
    [
      'links of the quote',
      'see the [price list](https://a.example) for terms',
      'Please see the price list for terms.',
      'see the price list for terms',
    ],
    [
      'links by a label',
      'see the price list for terms',
      'Please see the [price list][p] for terms.\n\n[p]: https://a.example',
      'see the [price list][p] for terms',
    ],
    [
      'marks of notes',
      'within 30 days of notice',
      'We refund[^1] within 30[^2] days of notice.',
      'within 30[^2] days of notice',
    ],
    [
      'HTML',
      'rents an H100 for less',
      'Heron rents <b>an H100</b><br>for&nbsp;less.',
      'rents <b>an H100</b><br>for&nbsp;less',
    ],
    [
      'block quotes, headings and items',
      'keeps files for teams on disks',
      '> Heron keeps\n> files for teams\n- on disks',
      'keeps\n> files for teams\n- on disks',
    ],
    ['cells', 'H100 $2.65 per hour', '| GPU | Price |\n|---|---|\n| H100 | $2.65 per hour |', 'H100 | $2.65 per hour'],
    [
      'rows',
      '| H100 | $2.65 per hour |',
      '| GPU | Price |\n|---|---|\n| H100 | $2.65 per hour |',
      'H100 | $2.65 per hour',
    ],
    ['escapes', 'a_b costs 5*4 dollars', 'The a\\_b costs 5\\*4 dollars.', 'a\\_b costs 5\\*4 dollars'],
    [
      'quotation marks around it and a stop behind it',
      '"Rents an H100 for $2.65."',
      'It rents an H100 for $2.65, paid by card.',
      'rents an H100 for $2.65',
    ],
  ])('%s', (_, quote, text, found) => {
    expect(look(quote, text)).toEqual([found]);
  });
});

describe('what is something else', () => {
  it.each([
    ['another figure', 'refund within 90 days', 'You get a refund within 30 days.'],
    ['a dropped negation', 'The service is in production', 'The service is not in production.'],
    ['a negation put in', 'the service is not in production', 'The service is in production.'],
    ['half of a word', 'rents an H100 on dema', 'It rents an H100 on demand.'],
    ['the end of a word', 'usted operators pay', 'It has untrusted operators pay.'],
    ['a compound without its beginning', 'custodial wallets for agents', 'It has non-custodial wallets for agents.'],
    ['a contraction without its end', 'that operators can', "It says that operators can't leave."],
    ['half of a figure', 'costs teams about 6', 'It costs teams about 6.88 an hour.'],
    ['the end of a figure', '5 GPUs for each team', 'There are 1.5 GPUs for each team.'],
    ['a figure without its thousands', 'revenue was 120', 'In May revenue was 120,000 dollars.'],
    ['a figure without its sign', '5% growth in a year', 'It had -5% growth in a year.'],
    ['a figure without "under"', '5% of all the tokens', 'It is <5% of all the tokens.'],
    ['per cent left out', 'revenue grew by 30', 'In May revenue grew by 30% again.'],
    ['a range cut in two', '20 dollars an hour', 'It costs 10-20 dollars an hour.'],
    ['a power', 'runs on 102 nodes', 'It runs on 10\u00b2 nodes.'],
    ['a product of two figures', 'with 54 cards for all', 'It comes with 5*4 cards for all.'],
    ['other words in brackets', 'the [sic] price of storage', 'That is the price of storage.'],
    ['brackets left out', 'the price of storage', 'That is the [list] price of storage.'],
    ['another word', 'rents an H200 for $2.65', 'It rents an H100 for $2.65.'],
  ])('%s', (_, quote, text) => {
    expect(look(quote, text)).toBe('not-found');
  });

  it('asks for twelve letters', () => {
    expect(look('3 USD a day', 'It is 3 USD a day.')).toBe('too-short');
    expect(look('33 USD a day', 'It is 33 USD a day.')).toEqual(['33 USD a day']);
    expect(look('**3 USD a day**', 'It is 3 USD a day.')).toBe('too-short');
  });

  it('keeps brackets', () => {
    expect(look('the [list] price of storage', 'That is the [list] price of storage.')).toEqual([
      'the [list] price of storage',
    ]);
  });

  it('takes the mark of a note behind a word for none of its letters', () => {
    expect(look('refund within 30 days', 'You get a refund within 30 days\u00b9.')).toEqual(['refund within 30 days']);
  });

  it('finds words of scripts without blanks', () => {
    expect(
      look(
        '\u4e2a\u5e02\u573a\u6309\u5c0f\u65f6\u51fa\u79df\u95f2\u7f6e\u663e\u5361',
        '\u4e00\u4e2a\u5e02\u573a\u6309\u5c0f\u65f6\u51fa\u79df\u95f2\u7f6e\u663e\u5361\u7ed9\u56e2\u961f',
      ),
    ).toHaveLength(1);
  });
});

describe('an ellipsis', () => {
  const text = `Heron rents H100 cards from idle centres at $2.65 per hour. ${'It is a long text. '.repeat(30)}Nobody pays per hour.`;

  it.each(['...', '\u2026', '. . .', '[...]', '[\u2026]'])('joins parts in order by %s', (mark) => {
    expect(look(`rents H100 cards ${mark} $2.65 per hour`, text)).toEqual([
      'rents H100 cards from idle centres at $2.65 per hour',
    ]);
  });

  it('joins neither out of order nor from afar', () => {
    expect(look('at $2.65 per hour ... rents H100 cards', text)).toBe('not-found');
    expect(look('rents H100 cards ... Nobody pays', text)).toBe('not-found');
  });

  it('leaves out no negation', () => {
    const denied = 'The service is, as we said, not in production.';
    expect(look('The service is ... in production', denied, { words: WORDS })).toBe('not-found');
    expect(look('The service ... not in production', denied, { words: WORDS })).toHaveLength(1);
  });

  it('is nothing at an end of a quote', () => {
    expect(look('... rents H100 cards from idle centres ...', text)).toEqual(['rents H100 cards from idle centres']);
  });
});

describe('prefix and suffix', () => {
  const text = 'AWS: from $2.65 per hour, billed by the second. Heron: from $2.65 per hour, billed by the month.';

  it('tell one place from another', () => {
    expect(look('from $2.65 per hour', text)).toHaveLength(2);
    const match = matchQuote('from $2.65 per hour', text, { prefix: 'Heron:', suffix: 'billed by the month' });
    expect(match).toEqual({ status: 'found', at: [{ from: 55, to: 74 }] });
  });

  it('say where the words are instead', () => {
    const match = matchQuote('from $2.65 per hour', text, { prefix: 'Otter:' });
    expect(match).toEqual({
      status: 'elsewhere',
      nearest: { from: 5, to: 24, text: 'from $2.65 per hour', differences: [] },
    });
  });
});

describe('the nearest text', () => {
  const text =
    'Heron is a market. You get a **refund** within 30 days of the outage, and nothing else. It is paid by card.';
  const near = (quote: string) => {
    const match = matchQuote(quote, text);
    return match.status === 'found' ? null : match.nearest;
  };

  it('shows another figure', () => {
    expect(near('a refund within 90 days of the outage')).toMatchObject({
      text: 'a **refund** within 30 days of the outage',
      differences: [{ quoted: '90', text: '30' }],
    });
  });

  it('shows what was left out, and what was put in', () => {
    expect(near('refund within 30 days, and nothing else')?.differences).toEqual([
      { quoted: '', text: 'of the outage' },
    ]);
    expect(near('refund within 30 working days of the outage')?.differences).toEqual([{ quoted: 'working', text: '' }]);
  });

  it('shows a difference at the beginning and at the end', () => {
    expect(near('full refund within 30 days of the incident')?.differences).toEqual([
      { quoted: 'full', text: 'a' },
      { quoted: 'incident', text: 'outage' },
    ]);
  });

  it('is nothing where most words are others', () => {
    expect(near('an index of the prices of used cards')).toBeNull();
  });
});

const word = fc.constantFrom(
  'heron',
  'rents',
  'not',
  'is',
  '90',
  '30',
  '$2.65',
  'H100',
  '**disks**',
  '[price](https://a.example)',
  '\u00e9t\u00e9',
  '-5%',
  'a_b',
  '`code`',
  '\u201cyes\u201d',
  "isn't",
  '|',
  '10\u00b2',
  '2\u00bd',
  'e.g.',
  '\n',
  '\n- ',
  '&amp;',
  '\\*',
);

describe('any text', () => {
  it('has every quote that is cut from it', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            { weight: 3, arbitrary: word },
            fc.string({ unit: 'grapheme' }).map((s) => s.replace(/[[\]<>`*_~\\()]/g, '')),
          ),
          { minLength: 1, maxLength: 40 },
        ),
        fc.nat(),
        fc.nat(),
        (words, a, b) => {
          const [from, to] = [a % words.length, b % (words.length + 1)].sort((x, y) => x - y);
          const text = words.join(' ');
          const quote = words.slice(from, to).join(' ');
          const status = matchQuote(quote, text).status;
          expect(['found', 'too-short']).toContain(status);
          const letters = readMatchable(quote).letters.replace(/^[ ']+|[ '.,;:]+$/g, '');
          if (letters.length >= 12 && !/\.(?: ?\.){2}/.test(letters)) expect(status).toBe('found');
        },
      ),
    );
  });

  it('has no quote with another digit or without its "not"', () => {
    const plain = fc.array(fc.constantFrom('heron', 'rents', 'cards', 'for', 'is', 'paid', 'by', 'hour'), {
      minLength: 3,
      maxLength: 12,
    });
    fc.assert(
      fc.property(plain, plain, fc.nat({ max: 99999 }), fc.nat(), fc.nat({ max: 8 }), (head, tail, figure, at, by) => {
        const text = [...head, figure, 'is', 'not', ...tail].join(' ');
        const digits = [...String(figure)];
        const i = at % digits.length;
        digits[i] = String((Number(digits[i]) + 1 + by) % 10);
        const altered = [...head, digits.join(''), 'is', 'not', ...tail].join(' ');
        const dropped = [...head, figure, 'is', ...tail].join(' ');
        expect(matchQuote(text, text).status).toBe('found');
        expect(matchQuote(altered, text).status).toBe('not-found');
        expect(matchQuote(dropped, text).status).toBe('not-found');
      }),
    );
  });
});

describe('a long text', () => {
  it.each([
    ['prose', 'Heron rents an H100 for $2.65 an hour, and keeps files. '],
    ['one letter', 'a'],
    ['open brackets', '['],
    ['half links', '[]('],
    ['half comments', '<!--'],
    ['stars', '*'],
    ['marks', '> '],
    ['rules', '-|'],
    ['accents', '\u0301'],
    ['half tags', '<a '],
  ])('of %s is read in little time', (_, part) => {
    const text = part.repeat(Math.ceil(3e5 / part.length));
    const start = performance.now();
    matchQuote(part.repeat(20).concat(' and something that is nowhere'), text);
    matchQuote(`${'a'.repeat(500)} b`, text);
    expect(performance.now() - start).toBeLessThan(8000);
  });
});
