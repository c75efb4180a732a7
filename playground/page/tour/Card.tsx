import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { State } from '../../contract.ts';
import { nameOf } from '../names.ts';
import { usePage } from '../page-context.ts';
import { useMark } from './mark.ts';
import { useRoom } from './room.ts';
import { groupChannel, groupIn, managerFor, steps } from './steps.ts';
import { type Language, languageOf, type Setting, tourTextsFor } from './texts.ts';
import type { Tour } from './tour.ts';

/** The guide, beside the page: it says what to do and never stands in the way of anything. */
export function TourCard({ tour }: { tour: Tour }): ReactNode {
  const { stage, step } = tour.kept;
  if (stage === 'left') return null;
  return <Card key={stage} tour={tour} isOffer={stage === 'offered'} isEnd={step >= steps.length} />;
}

function Card({ tour, isOffer, isEnd }: { tour: Tour; isOffer: boolean; isEnd: boolean }): ReactNode {
  const { language, step } = tour.kept;
  const t = tourTextsFor(language);
  const [isFolded, setFolded] = useState(false);
  const box = useRef<HTMLElement>(null);
  useRoom(box);
  useMark(isOffer || isFolded ? [] : (steps[step]?.marks ?? []));
  useEffect(() => {
    // Begun from a button that is gone: the keyboard goes on from here.
    if (document.activeElement === document.body) box.current?.focus();
  }, []);
  return (
    <aside ref={box} className="tour" aria-label={t.name} lang={language} tabIndex={-1}>
      <div className="tour-head">
        <strong>{isOffer ? 'Trivsel' : isEnd ? t.endTitle : t.step(step + 1, steps.length)}</strong>
        <Languages tour={tour} />
        <button
          type="button"
          className="tour-fold"
          aria-expanded={!isFolded}
          onClick={() => setFolded(!isFolded)}
        >
          {isFolded ? t.unfold : t.fold}
        </button>
        <button type="button" className="tour-leave" aria-label={t.leave} onClick={tour.leave}>
          ×
        </button>
      </div>
      {!isFolded && (isOffer ? <Offer tour={tour} /> : isEnd ? <End tour={tour} /> : <Step tour={tour} />)}
    </aside>
  );
}

function Languages({ tour }: { tour: Tour }): ReactNode {
  const names: [Language, string][] = [
    ['da', 'Dansk'],
    ['en', 'English'],
  ];
  return (
    <fieldset className="tour-languages" aria-label={tourTextsFor(tour.kept.language).language}>
      {names.map(([language, name]) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={tour.kept.language === language}
          onClick={() => tour.speak(language)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}

function Offer({ tour }: { tour: Tour }): ReactNode {
  const t = tourTextsFor(tour.kept.language);
  return (
    <>
      <p className="tour-now">{t.what}</p>
      <p className="tour-why">{t.offer}</p>
      <div className="tour-buttons">
        <button type="button" className="button primary" onClick={tour.begin}>
          {t.begin}
        </button>
        <button type="button" className="button" onClick={tour.leave}>
          {t.later}
        </button>
      </div>
    </>
  );
}

function Step({ tour }: { tour: Tour }): ReactNode {
  const { state } = usePage();
  const { language, step } = tour.kept;
  const t = tourTextsFor(language);
  const current = steps[step];
  if (current === undefined) return null;
  const { now, why } = t.steps[current.id];
  const setting = settingOf(state, tour);
  return (
    <>
      <div role="status">
        <p className="tour-now">{now(setting)}</p>
        <p className="tour-why">{why(setting)}</p>
      </div>
      <div className="tour-buttons">
        <button type="button" className="button" onClick={tour.goOn}>
          {current.isDone && current.id !== 'who' ? t.skip : t.goOn}
        </button>
      </div>
    </>
  );
}

function End({ tour }: { tour: Tour }): ReactNode {
  const t = tourTextsFor(tour.kept.language);
  return (
    <>
      <p className="tour-why" role="status">
        {t.end}
      </p>
      <div className="tour-buttons">
        <button type="button" className="button primary" onClick={tour.leave}>
          {t.finish}
        </button>
      </div>
    </>
  );
}

function settingOf(state: State, { kept }: Tour): Setting {
  const { me, people, channels } = state;
  const speaker = people.find(({ locale }) => languageOf(locale) === kept.language);
  const channel = channels.find(({ id }) => id === groupChannel)?.name ?? 'ledelsen';
  return {
    me: me.name,
    command: languageOf(me.locale) === 'da' ? '/trivsel aftale' : '/trivsel agreement',
    other: languageOf(me.locale) === kept.language ? undefined : speaker?.name,
    manager: nameOf(state, managerFor(kept.leader)),
    leader: nameOf(state, kept.leader).split(' ')[0] ?? '',
    channel: `#${channel}`,
    group: groupIn(state),
    isModalOpen: state.views.length > 0,
  };
}
