import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyStory, begin, calm, judgeMessages, type Life, play, rules, type Story } from './group-life.ts';

/** So long lives are played, and a counterexample is made as small as can be. */
const patience = 5_000;

/** The same lives every time, as in look.test.ts; LIFE_SEED=<any number> looks at others, LIFE_RUNS at more of them. */
const seed = Number(process.env['LIFE_SEED'] ?? 20_261_123);
const numRuns = Number(process.env['LIFE_RUNS'] ?? 180);

/** A week's slot may be off, and the next one's too. */
const calmWeeks = 4;

/** Each is played once, for all the rules together: to play is what takes the time. */
const lives = new Map<string, Life>();

function lived(story: Story): Life {
  const life = begin(story);
  play(life);
  calm(life, calmWeeks);
  judgeMessages(life);
  return life;
}

function everyLife(judge: (life: Life) => void): void {
  const isFirst = lives.size === 0;
  let isShrinking = false;
  fc.assert(
    fc.property(anyStory, (story) => {
      const name = JSON.stringify(story);
      const known = lives.get(name) ?? (isFirst || isShrinking ? lived(story) : undefined);
      // There was no time for this one.
      if (known === undefined) return;
      if (isFirst && !isShrinking) lives.set(name, known);
      isShrinking = true;
      judge(known);
      isShrinking = false;
    }),
    { seed, numRuns, interruptAfterTimeLimit: patience },
  );
}

describe('in a group whose members do what they like and whose machines fail as they may', () => {
  it.each(rules)('%s', (rule) => {
    everyLife(({ wrong }) => {
      expect(wrong.filter((found) => found.rule === rule).map(({ what }) => what)).toEqual([]);
    });
  });

  it('much happens: rounds open, are answered and summed up, agreements end and begin', () => {
    const sum = new Map<string, number>();
    for (const { came, accepted } of lives.values()) {
      for (const name of came.keys()) sum.set(name.split(' ')[0]!, (sum.get(name.split(' ')[0]!) ?? 0) + 1);
      sum.set('answered', (sum.get('answered') ?? 0) + accepted.size);
    }
    for (const what of ['card', 'opening', 'summary', 'ending', 'answered'])
      expect(sum.get(what), what).toBeGreaterThan(lives.size / 10);
  });
});
