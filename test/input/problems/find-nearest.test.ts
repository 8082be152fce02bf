import { describe, expect, it } from 'vitest';
import { findNearest } from '../../../src/input/problems/find-nearest.ts';

describe('nearest', () => {
  it.each([
    ['tokn', ['token', 'track'], 'token'],
    ['integartion', ['integration', 'continuity'], 'integration'],
    ['sumary', ['name', 'summary'], 'summary'],
    ['Technical Edge', ['technical_edge'], 'technical_edge'],
    ['as-of', ['as_of'], 'as_of'],
    ['abc', ['xyz'], null],
    ['cost', ['prof', 'node'], null],
    ['ab', ['ac'], null],
    ['abc', ['abd'], 'abd'],
    ['abcde', ['abxye'], 'abxye'],
    ['abcdefgh', ['xyzdefgh'], null],
    ['ca', ['abc'], null],
    ['', ['a'], null],
    ['a', [], null],
    ['same', ['same'], null],
    ['tech_edge', ['technical_edge', 'switching_cost'], 'technical_edge'],
    ['stripe', ['stripe-us-card', 'paypal'], 'stripe-us-card'],
    ['aws', ['aws-p5', 'aws-s3'], null],
    ['edge_technical', ['technical_edge'], null],
    ['x'.repeat(65), ['x'.repeat(64)], null],
  ])('of %s among %j is %s', (word, candidates, expected) => {
    expect(findNearest(word, candidates)).toBe(expected);
  });

  it('counts a swap of neighbours as one edit', () => {
    expect(findNearest('compuet', ['compare', 'compute'])).toBe('compute');
  });

  it('takes the first by code unit among equals, in whatever order they come', () => {
    expect(findNearest('cat', ['hat', 'bat'])).toBe('bat');
    expect(findNearest('cat', ['bat', 'hat'])).toBe('bat');
  });
});
