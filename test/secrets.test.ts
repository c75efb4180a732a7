import { describe, expect, it } from 'vitest';
import { cachedSecret, type SecretSource } from '../shared/secrets/secrets.ts';

/** A secret, the parameters that were read for it, and the clock in our hand. */
function secret(source: Partial<SecretSource>, answers: (string | Error)[] = []) {
  const reads: string[] = [];
  const clock = { millis: 1_000_000 };
  const read = async (parameter: string) => {
    reads.push(parameter);
    const answer = answers[Math.min(reads.length, answers.length) - 1] ?? '';
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const full = { value: undefined, parameter: undefined, ...source };
  return { get: cachedSecret('SLACK_BOT_TOKEN', full, read, () => clock.millis), reads, clock };
}

const minutes = 60 * 1000;

describe('a secret', () => {
  it('given directly is that, and no parameter is read', async () => {
    const { get, reads } = secret({ value: 'direct', parameter: '/p' }, ['stored']);
    expect(await get()).toBe('direct');
    expect(reads).toEqual([]);
  });

  it('given as a parameter is read when it is first needed, and not before', async () => {
    const { get, reads } = secret({ parameter: '/p' }, ['stored']);
    expect(reads).toEqual([]);
    expect(await get()).toBe('stored');
    expect(reads).toEqual(['/p']);
  });

  it.each([
    { says: 'at once', after: 0, value: 'old', reads: 1 },
    { says: 'just before five minutes', after: 5 * minutes - 1, value: 'old', reads: 1 },
    { says: 'after five minutes', after: 5 * minutes, value: 'new', reads: 2 },
    { says: 'after a day', after: 24 * 60 * minutes, value: 'new', reads: 2 },
  ])('asked for again $says is the $value one', async ({ after, value, reads: expected }) => {
    const { get, reads, clock } = secret({ parameter: '/p' }, ['old', 'new']);
    await get();
    clock.millis += after;
    expect(await get()).toBe(value);
    expect(reads).toHaveLength(expected);
  });

  it('that was read anew lasts five minutes again', async () => {
    const { get, reads, clock } = secret({ parameter: '/p' }, ['1', '2', '3']);
    for (const expected of ['1', '2', '3']) {
      expect(await get()).toBe(expected);
      clock.millis += 5 * minutes - 1;
      expect(await get()).toBe(expected);
      clock.millis += 1;
    }
    expect(reads).toHaveLength(3);
  });

  it('that can not be read is an error, which is not kept', async () => {
    const { get } = secret({ parameter: '/p' }, [new Error('SSM is down'), 'stored']);
    await expect(get()).rejects.toThrow('SSM is down');
    expect(await get()).toBe('stored');
  });

  it('that nobody gave is a sentence with the names of both ways', async () => {
    const { get } = secret({});
    await expect(get()).rejects.toThrow('Neither SLACK_BOT_TOKEN nor SLACK_BOT_TOKEN_PARAMETER is set');
  });
});
