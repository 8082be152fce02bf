import { describe, expect, it } from 'vitest';
import { findingsOf } from './memo-fixtures.ts';

const HEAD = `---
name: Fennel Grid
summary: Fennel is a marketplace on which AI teams rent GPUs of independent owners by the hour, recorded on a chain.
website: https://fennel.example
as_of: 2026-11-01
track: compute
sources:
  list: { title: Prices noted by Larch Weekly, url: "https://larch.example.org/prices", kind: analytics, published: 2026-09 }
technical_edge:
  cost: { project: 2, alternative: { name: Tarn Cloud, value: 5, sources: [list] }, unit: USD per H100-hour, sources: [list] }
demand_maturity:
  revenue: { answer: 6000000, sources: [list] }
  use: { answer: hollow, sources: [list], note: Paid use fell by 50 percent. 80 percent of it is genuine. }
landmark_adoption:
  customers: { answer: unknown, note: Renfe and Bosch both say that they do not use it. }
---

`;

const found = (prose: string) => findingsOf(`${HEAD}${prose}\n`).map(({ id, subject }) => `${id.slice(5)} ${subject}`);

describe('what a reader found that took the checker in', () => {
  it.each([
    ['a price of the other side', 'Tarn Cloud asks $2 an hour and Fennel $5.'],
    ['a price of the other side, behind', 'An hour costs $5 on Fennel.'],
    ['a fall told as a rise', 'Paid use rose by 50 percent.'],
    ['a condition that changes nothing', 'If you want to know, revenue is $9M a year.'],
    ['a condition behind', 'Revenue: $9M a year if you count July.'],
    ['thanks', 'We would like to thank the team for $9M of revenue.'],
    ['a question that knows its answer', 'Would you believe that revenue is $9M a year?'],
    ['a verb under a heading that wishes', '## What we want\n\nRevenue runs at $9M a year.'],
    ['a comma for the point', 'Revenue runs at 9,4 million USD a year.'],
    ['points for commas', 'Revenue runs at 9.400.000 USD a year.'],
    ['letters that touch', 'Revenue is USD9M a year.'],
    ['a month for a year', 'Monthly revenue is $6M.'],
    ['a customer whom a note denies', 'Renfe uses Fennel.'],
    ['a customer under a heading', '## Customers\n\n- Renfe\n- Bosch'],
    ['a customer in a column', '| Customer | Since |\n|---|---|\n| Renfe | 2025 |'],
    ['a customer in apposition', 'Our largest customer, Renfe, renewed.'],
    ['a customer in capitals', 'RENFE AND BOSCH TRUST US.'],
    ['a customer who has been one', 'Bosch has been using Fennel since May.'],
    ['a customer by a signature', '> It works. \u2014 Ines Prado, Renfe'],
    ['a law by what it does', 'ZORA obliges every bank to rent so.'],
    ['a row with the unit in its head', '| | Fennel | Tarn Cloud |\n|---|---|---|\n| Price, USD per hour | 4.20 | 5 |'],
    ['text within an empty comment', '<!--> Customers include Renfe. <!-- -->'],
    ['a rank among rivals', 'Fennel beats every rival.'],
    ['a customer in lower case', 'Training at netflix went over to Fennel in May.'],
    ['a customer set as code', '`Spotify` schedules its jobs on Fennel.'],
    ['a customer by its name alone', 'A lender by the name of Ostrow & Kint, has had its desk on Fennel since May.'],
    ['a fall of a bill', "A tenant's bill falls by 95 percent."],
    ['a part above a rival', 'An hour costs a tenth above what Tarn Cloud charges.'],
    ['a column of the project', '| | Fennel | Tarn Cloud |\n|---|---|---|\n| H100, an hour | $4.65 | $5 |'],
  ])('is told of %s', (_, prose) => {
    expect(found(prose)).not.toEqual([]);
  });

  it.each([
    ['the difference of two prices', 'Against Tarn Cloud one saves $3 an hour.'],
    ['a part of the price', 'Fennel costs two fifths of what Tarn Cloud charges, or 60% less.'],
    ['what is left of a share', 'Of what is paid, 20% is not genuine.'],
    ['a share of the revenue', 'Without the rest the genuine revenue is $4.8M.'],
    ['a month of the year', 'Monthly revenue is about $0.5M.'],
    ['a month of hours', 'A card that runs all month costs $1,460.'],
    ['a comma for the point', 'An hour costs 2,00 USD.'],
    ['a table in millions', '| Revenue (USD M per year) |\n|---|\n| 6.0 |'],
    ['what somebody may pay', 'Somebody might pay $40,000 a year for that.'],
    ['kinds of files and of people', 'Archivists use Fennel, and it serves JSON and PDF files.'],
    ['a firm that does something else', 'Engineers who left Bosch founded the company.'],
    ['nobody else', 'Nobody else answered.'],
    ['a law that is only mentioned', 'MiCA applies to the issuer of a coin and not to Fennel.'],
    ['what an article asks for', 'Article 12 of the AI Act wants logs of some systems.'],
    ['a party of a contract', 'The Company operates a marketplace. A studio pays the Company in a pilot.'],
    ['a column of a rival', '| | Fennel | Tarn Cloud |\n|---|---|---|\n| Setup | none | $20 |'],
    ['a row of a rival', '| Vendor | Price |\n|---|---|\n| Second cloud | $9.10 |'],
    ['a line on a rival', '- Labelworks: 1,000 employees, $870 million revenue'],
    ['a rival in brackets', 'Lexhoard (1974, $240m turnover) has more cards.'],
    ['what suppliers earn', 'A host earns $4 a month in tokens.'],
    ['scenarios', '## Scenarios\n\n| | Bear | Bull |\n|---|---|---|\n| Exit multiple | 2x | 9x |'],
    ['a later year', 'There are to be 1.3 billion agents by 2028.'],
    ['what a rival holds', 'But Stratus has a SOC 2 Type II report.'],
    ['a part of a sum', 'A quarter of a million dollars of it was paid in May, and 6 million in the year.'],
    ['a guarantee that would help', 'A guarantee of uptime would help more.'],
  ])('is quiet on %s', (_, prose) => {
    expect(found(prose)).toEqual([]);
  });
});
