/** A description with little in it, whose one quote has another figure than its answer: two warnings and no error. */
export const WARNED = `name: Example Network
summary: Rents out GPUs by the hour to AI labs, over a network of independent providers.
website: https://example.org
as_of: 2026-06-29
track: compute
sources:
  prices: { title: Prices, url: "https://example.org/p", kind: price-list, published: 2026-06-01 }
technical_edge:
  availability: { answer: on-sale-a-year, sources: [prices] }
  cost: { project: 2.65, alternative: aws-p5, unit: USD per H100-hour, sources: [{ id: prices, quote: H100 from $3.10 per hour }] }
`;
