import { type ReactNode, useEffect, useState } from 'react';
import type { Detail, Summary } from '../../inspect/contract.ts';
import { readDetail } from './api.ts';
import type { InspectorTexts } from './texts.ts';

type Props = { entry: Summary; t: InspectorTexts };

/** What was sent and answered, to read and to copy. The store's content only when it is asked for. */
export function EntryDetail({ entry, t }: Props): ReactNode {
  const { n, kind } = entry;
  const [vault, setVault] = useState(false);
  const [detail, setDetail] = useState<Detail | 'gone'>();
  useEffect(() => {
    let isStale = false;
    void readDetail(n, vault).then((read) => {
      if (!isStale) setDetail(read ?? 'gone');
    });
    return () => {
      isStale = true;
    };
  }, [n, vault]);
  if (detail === undefined) return null;
  if (detail === 'gone') return <p className="inspector-empty">{t.gone}</p>;
  const { curl, sent, answered } = detail;
  return (
    <div className="wire-detail">
      <p className="wire-when">
        #{n} · <time dateTime={entry.at}>{entry.at}</time>
      </p>
      <Copying t={t} json={pretty({ sent, answered })} curl={curl} />
      <Json title={t.sent} value={sent} />
      {kind === 'store' && (
        <p className={vault ? 'vault-open' : 'vault-shut'}>{vault ? t.vault : t.vaultHint}</p>
      )}
      {kind === 'store' && !vault && (
        <button type="button" className="button" onClick={() => setVault(true)}>
          {t.showVault}
        </button>
      )}
      <Json title={t.answered} value={answered} />
    </div>
  );
}

function Copying({
  t,
  json,
  curl,
}: {
  t: InspectorTexts;
  json: string;
  curl: string | undefined;
}): ReactNode {
  const [said, setSaid] = useState('');
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(t.copied);
    } catch {
      setSaid(t.notCopied);
    }
  };
  return (
    <div className="wire-copy">
      <button type="button" className="button" onClick={() => copy(json)}>
        {t.copyJson}
      </button>
      {curl && (
        <button type="button" className="button" onClick={() => copy(curl)}>
          {t.copyCurl}
        </button>
      )}
      <span role="status">{said}</span>
    </div>
  );
}

/** Focusable, so that the keyboard can scroll it. */
function Json({ title, value }: { title: string; value: unknown }): ReactNode {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return null;
  return (
    <>
      <h3>{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
      <pre tabIndex={0}>{pretty(value)}</pre>
    </>
  );
}

const pretty = (value: unknown): string => JSON.stringify(value, undefined, 2);
