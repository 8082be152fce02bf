import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentText } from '../../src/model/document.ts';
import { readProse } from '../../src/reading/document-prose.ts';
import { readDocuments } from '../../src/reading/read-documents.ts';
import { toDocumentText } from '../support/document-text.ts';
import { shippedRubric } from '../support/rubric.ts';

const rubric = shippedRubric();
const read = (text: string, metadata: Partial<DocumentText['metadata']> = {}) => {
  const document = toDocumentText(text);
  return readDocuments([{ ...document, metadata: { ...document.metadata, ...metadata } }], rubric);
};

const KEEPS = 'Teal Drive keeps files of AI teams on disks of many operators, with proofs on a chain.';

describe('the name', () => {
  it.each([
    [
      'a title above a list of facts',
      `# Teal Drive\n\n- **Team Name:** Teal Labs\n- **Level:** 1\n\n${KEEPS}`,
      'Teal Drive',
    ],
    ['code in a title', `# Proposal: \`Teal Drive\`\n\n**Name:** \`Teal Drive\`\n\n${KEEPS}`, 'Teal Drive'],
    ['code with a name in it', `# Teal Drive\n\n${KEEPS}\n\n\`\`\`\nname: "otter_hub"\n\`\`\`\n`, 'Teal Drive'],
    ['a form with headings', `# Builders Grant\n\n### Project Title\n\n> Teal Drive\n\n${KEEPS}`, 'Teal Drive'],
    [
      'a form that explains its answers',
      `# Base Grant Proposal\n\n- **Teal Drive:** Name of your project\n\n${KEEPS}`,
      'Teal Drive',
    ],
    ['a value on the next line', `# Notes\n\n**Project name:**\nTeal Drive\n\n${KEEPS}`, 'Teal Drive'],
    [
      'a title in HTML',
      `<h1 align="center">teal-zk</h1>\n\nteal-zk proves the inference of small models.\n\n## Contents\n`,
      'teal-zk',
    ],
    ['a report', `# Teal Report\n\n${KEEPS}`, 'Teal'],
    ['a research report', `# Teal Drive - Research Report\n\n${KEEPS}`, 'Teal Drive'],
    ['a whitepaper', `# Teal Drive Whitepaper\n\n${KEEPS}`, 'Teal Drive'],
    ['a litepaper with a subtitle', `# TealDrive Litepaper: The Quiet Storage Network\n\n${KEEPS}`, 'TealDrive'],
    ['a deal memo', `# Teal Drive — Seed+ deal memo\n\n${KEEPS}`, 'Teal Drive'],
    ['a grant proposal behind a colon', `# Teal Drive: a Grant Proposal\n\n${KEEPS}`, 'Teal Drive'],
    ['a proposal before a colon', `# Proposal: Teal Drive\n\n${KEEPS}`, 'Teal Drive'],
    ['a memo to a committee', `# Investment Committee Memo: Teal Drive\n\n${KEEPS}`, 'Teal Drive'],
    [
      'whom it is addressed to',
      `# Borea Foundation Grant Application\n\n## Teal Drive - Storage for agents\n\n${KEEPS}`,
      'Teal Drive',
    ],
    ['a pitch deck', `# Investor Pitch Deck - Teal Drive\n\n## Slide 2: The problem\n\n${KEEPS}`, 'Teal Drive'],
    [
      'sections alone',
      `# Executive Summary\n\n${KEEPS}\n\nTeal Drive runs on disks of shops.\n\n# Table of Contents\n`,
      'Teal Drive',
    ],
    ['a call to action', `# Join the waitlist\n\n${KEEPS}\n\nTeal Drive runs on disks of shops.\n`, 'Teal Drive'],
  ])('is found in %s', (_, text, name) => {
    expect(read(text).name?.text).toBe(name);
  });

  it('is found in what a site says of its page', () => {
    expect(read('Teal is a store.\n\n### Blocking\n\nIt blocks.\n', { title: 'What is Teal?' }).name?.text).toBe(
      'Teal',
    );
  });

  it.each([
    [
      'FAQ',
      '## What is TealDrive?\n\nA store of files for AI teams.\n\n## What does it cost?\n\nNothing.',
      'TealDrive',
    ],
    ['Pricing', 'Teal offers storage by the hour.\n\nHow Teal stores files is explained elsewhere.', 'Teal'],
    ['Concepts', 'Teal GPU Cloud is a marketplace of cards.\n\n## Billing\n\nBy the hour.', 'Teal GPU Cloud'],
    ['Overview', 'Ask us at [the site](https://docs.teal.example/a). Your files on Teal are safe with Teal.', 'Teal'],
    [
      'Getting started',
      'The Teal Labs is a charity.\n\nTeal is a store. Save files to Teal, and Teal keeps them. So does Teal.',
      'Teal',
    ],
    [
      'Security and compliance',
      'This page explains how Teal stores your data. Teal offers reports, and Teal is audited.',
      'Teal',
    ],
    ['SLAs and Service Levels', '- **Company:** teal.example\n\nTeal offers storage. Teal keeps files.', 'Teal'],
    [
      'Gateway Overview',
      'The Teal Gateway settles payments. It is quick, and the Teal Gateway is open.',
      'Teal Gateway',
    ],
  ])('is not the heading of a page: %s', (heading, text, name) => {
    expect(read(`# ${heading}\n\n${text}\n`).name?.text).toBe(name);
  });

  it.each([
    'Pricing | Teal Docs',
    'Teal Documentation \u2013 Getting started',
    'FAQ - Teal',
  ])('is that of the site in the title of a page: %s', (title) => {
    expect(read('# Frequently asked questions\n\nA card costs 2 USD an hour.\n', { title }).name?.text).toBe('Teal');
  });

  it('is in the second heading of an application, whoever offers something further down', () => {
    const text =
      '# Borea Foundation Grant Application\n\n## Teal Drive - Storage\n\nOtter Cloud offers cards. Otter Cloud is large.';
    expect(read(text).name?.text).toBe('Teal Drive');
  });

  it('is in the title where a label has a description', () => {
    const text = '# Teal Drive - Storage\n\n**Project:** Spread store of files for small teams\n';
    expect(read(text).name?.text).toBe('Teal Drive');
  });

  it.each([
    '# Pricing\n\nA card costs 2 USD an hour. You pay by the second.\n',
    '# FAQ\n\n## How do I pay?\n\nBy card. See the guide. AWS offers more.\n',
    '# Documentation\n\n## Introduction\n\nOpen the console. Once the card runs, you pay.\n',
  ])('is none on a page that names nobody: %j', (text) => {
    expect(read(text).name).toBeNull();
  });

  it('is none where nothing is named', () => {
    expect(read('Level: 2. Total costs: 10,000 USD.\n').name).toBeNull();
  });
});

describe('the sentence that says what is sold', () => {
  it.each([
    ['a list of facts', `# Teal Drive\n\n- **Team Name:** Teal Labs\n- **Level:** 1\n\n## Overview\n\n${KEEPS}`, KEEPS],
    [
      'badges',
      '# Teal Slice\n\n[![a](https://b.example/a.svg)](https://a.example) ![b](https://b.example/b.svg)\n\nTeal Slice proves the inference of sliced models on a chain.',
      'Teal Slice proves the inference of sliced models on a chain.',
    ],
    [
      'a byline',
      '# Teal\n\n**Anna Berg, March 2026**\n\n## Abstract\n\nTeal sends inference jobs to idle phones and pays their owners on a chain.',
      'Teal sends inference jobs to idle phones and pays their owners on a chain.',
    ],
    [
      'the words of a form',
      '# Teal Server\n\n> Text of the form; remove it before you send it.\n\nTeal Server gives AI agents a wallet and limits on a chain.',
      'Teal Server gives AI agents a wallet and limits on a chain.',
    ],
    [
      'the pain',
      '# Teal\n\n## The problem\n\nTraining is dear, and teams lack cards.\n\n## Solution\n\nWe rent idle cards to small teams by the hour.',
      'We rent idle cards to small teams by the hour.',
    ],
    [
      'a form with headings',
      '# Teal\n\n### Details\n\nAgents act alone today.\n\n### One Line Description\n\n> Keeps what agents spend within limits.',
      'Keeps what agents spend within limits.',
    ],
    [
      'what is not offered',
      '# Teal\n\nTeal is a market where labs rent idle cards by the hour.\n\n## Product\n\nTeal offers no guarantee of uptime yet.',
      'Teal is a market where labs rent idle cards by the hour.',
    ],
    [
      'a dash and a colon',
      '# Teal Vault\n\n## Slide 2: The solution\n\n**Teal Vault** \u2014 a local vault for models with two promises:\n\n- fast\n- private',
      'Teal Vault \u2014 a local vault for models with two promises:',
    ],
    [
      'how something is defined',
      '# Teal Labels\n\n## Description\n\nLabelling is the process of telling what is on a picture.\n\nWith our solution we can seal each set of labels and sell it on a chain.',
      'With our solution we can seal each set of labels and sell it on a chain.',
    ],
    [
      'what is there already',
      '# Teal Pallet\n\n## Current solution\n\nIt supports one node beside the chain.\n\n## Design\n\nWe design a service that keeps files for chains.',
      'We design a service that keeps files for chains.',
    ],
  ])('is found behind %s', (_, text, sentence) => {
    expect(read(text).offer?.text).toBe(sentence);
  });

  it('is the subtitle where no sentence says it', () => {
    expect(read('# Teal: a ledger for machines that trade\n\n- **Ask:** 10,000 USD\n').offer?.text).toBe(
      'a ledger for machines that trade',
    );
  });
});

describe('website and date', () => {
  const HEAD =
    '# Teal Report\n\n**Research Date:** 18 November 2026\n**Company Website:** https://teal.example\n\nTeal sells proofs.\n';

  it('are those that a line of the head states', () => {
    const { website, asOf } = read(HEAD);
    expect(website).toEqual({
      text: 'https://teal.example',
      place: { file: 'memo.md', line: 4, sheet: null, section: 'Teal Report' },
    });
    expect(asOf).toMatchObject({ text: '18 November 2026', day: '2026-11-18', place: { line: 3 } });
  });

  it('are no repository, no library and no day of an event', () => {
    const { website, asOf } = read(
      '# Teal\n\nWebsite: https://github.com/teal/teal\n\nWeb: Next.js\n\nTeal sells proofs to banks that audit models each day of the year.\n\nTeal was founded by three people who met on 3 May 2021 in a city by the sea and have stayed there.\n',
    );
    expect(website).toBeNull();
    expect(asOf).toBeNull();
  });

  it('are the website of the team below a heading, and not the date of what an item names', () => {
    const { website, asOf } = read(
      '# Teal\n\n- Payments by Otter (Otter Inc, 2025 Q3)\n\nTeal sells proofs.\n\n## Team Website\n\nhttps://www.otter.example/\n',
    );
    expect(website?.text).toBe('https://www.otter.example/');
    expect(asOf).toBeNull();
  });

  it.each([
    ['December 2025', '2025-12-01'],
    ['*Last Updated: October 27, 2026*', '2026-10-27'],
    ['Anna Berg, 2026-03-04', '2026-03-04'],
  ])('dates a document by the line %s', (line, day) => {
    expect(read(`# Teal\n\n${line}\n\nTeal sells proofs.\n`).asOf?.day).toBe(day);
  });
});

describe('any text', () => {
  it('is read without a fault, and every quote is in it', () => {
    const line = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.constantFrom(
        '# Teal',
        '**Name:** Teal',
        '| a | b |',
        '|---|---|',
        '<h1>Teal</h1>',
        '> Teal is a store.',
        KEEPS,
        '---',
        '```',
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join('\n');
        const { name, offer } = read(text);
        const { passages } = readProse(toDocumentText(text), rubric);
        if (offer !== null) expect(passages.some((passage) => passage.text.includes(offer.text))).toBe(true);
        if (name !== null) expect(name.text.trim()).not.toBe('');
      }),
      { numRuns: 60 },
    );
  });
});
