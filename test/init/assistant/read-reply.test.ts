import { describe, expect, it } from 'vitest';
import { readReply } from '../../../src/init/assistant/read-reply.ts';
import { shippedRubric } from '../../support/rubric.ts';

const rubric = shippedRubric();

const read = (text: string) => readReply(text, 'reply.txt', rubric);

function sound(text: string) {
  const reply = read(text);
  if (!reply.ok) throw new Error(reply.problems.map(({ what }) => what).join('; '));
  return reply.value;
}

const YAML = `name: Otter Grid
answers:
  exit:
    answer: held
    quote: >-
      A lease ends with 90 days of notice: nothing is refunded.
`;

const VALUE = { answer: 'held', quote: 'A lease ends with 90 days of notice: nothing is refunded.' };

describe('a reply is found', () => {
  it.each([
    ['alone', YAML],
    ['in a code block', `\`\`\`yaml\n${YAML}\`\`\`\n`],
    ['in a code block with prose around it', `Here is what I found:\n\n\`\`\`\n${YAML}\`\`\`\n\nShall I go on?\n`],
    ['in a block of tildes with Windows line ends', `Sure.\r\n~~~yaml\r\n${YAML.replaceAll('\n', '\r\n')}~~~\r\n`],
    ['in a block that is never closed', `Sure.\n\`\`\`yaml\n${YAML}`],
    ['between lines of prose, without a block', `Here is the reply.\n\n${YAML}\nI left the other questions open.\n`],
    ['behind a block of something else', `\`\`\`\nthe documents\n\`\`\`\n\`\`\`yaml\n${YAML}\`\`\``],
    ['behind a byte order mark', `\ufeff${YAML}`],
    ['as JSON', JSON.stringify({ name: 'Otter Grid', answers: { exit: VALUE } }, null, 2)],
    ['as JSON in prose', `The reply: \n${JSON.stringify({ name: 'Otter Grid', answers: { exit: VALUE } })}\nDone.`],
    ['with the answers under their dimension', YAML.replace('answers:', 'switching_cost:')],
    [
      'with a quote that YAML cannot read as it is',
      YAML.replace(/>-\n +/, '')
        .replace('A lease', '"A lease')
        .replace('refunded.', 'refunded."'),
    ],
    ['with a loose quote', YAML.replace(/>-\n +/, '')],
    [
      'in typographic quotation marks',
      YAML.replace(/>-\n +(.*)\n/, '\u201c$1\u201d\n').replace('held', '\u2018held\u2019'),
    ],
  ])('%s', (_, text) => {
    const { head, answers } = sound(text);
    expect(head.name).toBe('Otter Grid');
    expect(answers).toHaveLength(1);
    const [{ criterion, value } = { criterion: '', value: {} }] = answers;
    const said = Object.entries(value as Record<string, string>).map(([key, part]) => [
      key,
      part.replace(/[\u2018\u2019\u201c\u201d]/g, ''),
    ]);
    expect([criterion, Object.fromEntries(said)]).toEqual(['exit', VALUE]);
  });

  it('in several blocks, whose answers are taken together', () => {
    const second = 'answers:\n  record: { answer: kept, quote: "It kept its terms for a whole year." }\n';
    const { answers } = sound(`First:\n\`\`\`yaml\n${YAML}\`\`\`\nThen:\n\`\`\`yaml\n${second}\`\`\``);
    expect(answers.map(({ criterion }) => criterion)).toEqual(['exit', 'record']);
  });

  it('with the lines of the reply', () => {
    expect(sound(`One.\n\n\`\`\`yaml\n${YAML}\`\`\``).answers[0]?.line).toBe(6);
  });

  it('with keys that are not questions, and what they may stand for', () => {
    const { unknown } = sound(`${YAML}  exitt: { answer: held }\nverdict: strong\n`);
    expect(unknown).toMatchObject([
      { key: 'exitt', nearest: 'exit', line: 7 },
      { key: 'verdict', nearest: null },
    ]);
  });
});

describe('a reply is refused, with its place,', () => {
  it.each([
    ['twice the same key', `${YAML}  exit: { answer: kept }\n`, 'yaml/duplicate-key', 7],
    [
      'broken YAML',
      `\`\`\`yaml\nname: x\nanswers:\n  exit: { answer: held\n  record: 1\n\`\`\``,
      'yaml/unclosed-bracket',
      4,
    ],
    ['no YAML', 'I cannot help with that.', 'reply/not-found', undefined],
    ['nothing', '', 'reply/not-found', undefined],
  ])('for %s', (_, text, code, line) => {
    const reply = read(text);
    expect(reply.ok).toBe(false);
    if (!reply.ok) expect(reply.problems[0]).toMatchObject({ code, file: 'reply.txt' });
    if (!reply.ok) expect(reply.problems[0]?.at?.line).toBe(line);
  });
});
