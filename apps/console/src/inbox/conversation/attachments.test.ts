import { describe, expect, it } from 'vitest';
import { fitted } from './attachments.tsx';

describe('fitted', () => {
  it('keeps the shape within the room', () => {
    expect(fitted(900, 600)).toEqual({ width: 280, height: 187 });
    expect(fitted(500, 800)).toEqual({ width: 138, height: 220 });
  });
  it('does not blow up small pictures, and leaves something to press', () => {
    expect(fitted(100, 80)).toEqual({ width: 100, height: 80 });
    expect(fitted(8_000, 4)).toEqual({ width: 280, height: 40 });
  });
});
