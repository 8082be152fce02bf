/** A description whose one source is too old: two warnings and no error. */
export const STALE = `name: Example Network
summary: Rents out GPUs by the hour to AI labs, over a network of independent providers.
website: https://example.org
as_of: 2026-06-29
track: compute
sources:
  prices: { title: Prices, url: "https://example.org/p", kind: price-list, published: 2019-06-01 }
technical_edge:
  availability: { answer: on-sale-a-year, sources: [prices] }
`;
