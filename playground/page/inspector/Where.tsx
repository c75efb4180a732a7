import { type FormEvent, type ReactNode, useState } from 'react';
import type { Found, Whereabouts } from '../../inspect/contract.ts';
import { nameOf } from '../names.ts';
import { usePage } from '../page-context.ts';
import { readWhere } from './api.ts';
import type { InspectorTexts } from './texts.ts';

type Props = { t: InspectorTexts; onFind: (text: string) => void };

/** The ready-made proof that what people write stays where it belongs. */
export function Where({ t, onFind }: Props): ReactNode {
  const { state } = usePage();
  const [word, setWord] = useState('');
  const [whereabouts, setWhereabouts] = useState<Whereabouts>();
  const look = async (event: FormEvent) => {
    event.preventDefault();
    setWhereabouts(await readWhere(word));
  };
  return (
    <>
      <p className="inspector-hint">{t.whereHint}</p>
      <form className="inspector-filter" onSubmit={look}>
        <label className="inspector-search">
          {t.word}
          <input
            required
            minLength={2}
            maxLength={200}
            value={word}
            onChange={(event) => setWord(event.target.value)}
          />
        </label>
        <button type="submit" className="button filled primary">
          {t.look}
        </button>
      </form>
      <div role="status">
        {whereabouts && (
          <Verdict
            t={t}
            whereabouts={whereabouts}
            authors={whereabouts.authors.map((id) => nameOf(state, id))}
          />
        )}
      </div>
      {whereabouts?.found.some(({ count }) => count > 0) && (
        <Places t={t} found={whereabouts.found} onFind={() => onFind(whereabouts.word)} />
      )}
    </>
  );
}

type VerdictProps = { t: InspectorTexts; whereabouts: Whereabouts; authors: string[] };

function Verdict({ t, whereabouts: { found, word }, authors }: VerdictProps): ReactNode {
  const isFound = found.some(({ count }) => count > 0);
  const isFine = found.every(({ fine }) => fine);
  return (
    <p className={isFine ? 'verdict' : 'verdict not-fine'}>
      <q>{word}</q>: {isFound ? (isFine ? t.allFine : t.notFine) : t.notFound}
      {isFound && authors.length > 0 && ` ${t.writtenBy(authors.join(', '))}`}
    </p>
  );
}

type PlacesProps = { t: InspectorTexts; found: Found[]; onFind: () => void };

function Places({ t, found, onFind }: PlacesProps): ReactNode {
  const { state } = usePage();
  return (
    <table className="places">
      <thead>
        <tr>
          <th scope="col">{t.place}</th>
          <th scope="col">{t.stands}</th>
        </tr>
      </thead>
      <tbody>
        {found.map(({ place, who, count, entries, fine }) => (
          <tr key={place} className={count === 0 ? 'absent' : fine ? 'present' : 'present not-fine'}>
            <th scope="row">{t.places[place]}</th>
            <td>
              {count === 0 ? t.no : t.times(count)}
              {who.length > 0 && (
                <span className="places-who"> · {who.map((id) => nameOf(state, id)).join(', ')}</span>
              )}
              {/* The search doesn't look into the vault. */}
              {entries.length > 0 && place !== 'vault' && (
                <>
                  {' · '}
                  <button type="button" className="places-find" onClick={onFind}>
                    {t.seeTraffic}
                  </button>
                </>
              )}
              {!fine && <strong> · {t.mayNot}</strong>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
