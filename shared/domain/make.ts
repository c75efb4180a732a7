import { type LeaderAgreement, type PointText, periodFrom } from './agreement.ts';
import { assessmentFor } from './assessments.ts';
import { changeRhythm, type RhythmInput } from './edit.ts';
import { changePeople, type PeopleInput, peopleFrom, refusalOfPeople } from './people.ts';
import { type Person, runningAgreement } from './person.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';
import { sameIn } from './same.ts';
import { slotRefusal } from './slots.ts';
import { type Instant, localDate, weekOf } from './time.ts';

/** Keeps what was written of one point, so that closing the modal loses nothing. */
export function keepDraft(
  person: Person,
  form: string,
  index: 0 | 1,
  text: PointText,
  now: Instant,
): Person | Refusal {
  if (runningAgreement(person, now)) return refuse('agreement-running');
  // The second point belongs to the first one written in the same modal; another device may have begun anew.
  if (index === 1 && person.draft?.form !== form) return refuse('draft-elsewhere');
  const [first, second] = person.draft?.points ?? [undefined, undefined];
  return { ...person, draft: { form, points: index === 0 ? [text, second] : [first, text], savedAt: now } };
}

export type AgreementInput = RhythmInput & {
  form: string;
  view: string;
  people?: Omit<PeopleInput, 'view'> | undefined;
};

/** Makes the draft's two points the person's one running agreement. */
export function makeAgreement(person: Person, input: AgreementInput, now: Instant): Person | Refusal {
  if (person.agreement?.id === input.view) return sentAgain(person, person.agreement, input, now);
  if (runningAgreement(person, now)) return refuse('agreement-running');
  const [first, second] = person.draft?.form === input.form ? person.draft.points : [undefined, undefined];
  if (first === undefined || second === undefined) return refuse('draft-elsewhere');
  const people = input.people && { ...input.people, view: input.view };
  const refused = slotRefusal(input.workingTime) ?? (people && refusalOfPeople(person.user, people));
  if (refused !== undefined) return refused;

  const starts = localDate(now, person.profile.zone);
  return {
    ...person,
    draft: undefined,
    assessment: assessmentFor(person),
    workingTime: input.workingTime,
    pauses: person.pauses.filter(({ until }) => until > starts),
    past: person.agreement === undefined ? person.past : [...person.past, person.agreement],
    agreement: {
      id: input.view,
      period: periodFrom(starts),
      rhythm: input.rhythm,
      points: [
        { ...first, id: '1' },
        { ...second, id: '2' },
      ],
      settled: weekOf(starts),
      unanswered: 0,
      retired: [],
      checkIns: [],
      // Everybody is asked anew: what they said was about the one before.
      ...(people ? peopleFrom(undefined, people, starts) : {}),
    },
  };
}

/** The same submission twice is one agreement; somebody told that it wasn't saved may have chosen otherwise since. */
function sentAgain(
  person: Person,
  { id: agreement, rhythm: before }: LeaderAgreement,
  { rhythm, workingTime, people, view }: AgreementInput,
  now: Instant,
): Person | Refusal {
  const isSame = rhythm === before && sameIn(person, { ...person, workingTime }, ['workingTime']);
  const changed = isSame ? person : changeRhythm(person, { agreement, rhythm, workingTime }, now);
  if (isRefusal(changed) || people === undefined) return changed;
  return changePeople(changed, { ...people, agreement, view }, now);
}
