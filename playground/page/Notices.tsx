import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { usePage } from './page-context.ts';

type Notice = { kind: 'alert' | 'status'; text: string; action?: { label: string; run: () => void } };

export type NoticeBoard = {
  notice: Notice | undefined;
  alert: (text: string) => void;
  tell: (text: string, action?: Notice['action']) => void;
  clear: () => void;
};

export function useNotices(): NoticeBoard {
  const [notice, setNotice] = useState<Notice>();
  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(() => setNotice(undefined), 12_000);
    return () => clearTimeout(timer);
  }, [notice]);
  return useMemo(
    () => ({
      notice,
      alert: (text) => setNotice({ kind: 'alert', text }),
      tell: (text, action) => setNotice({ kind: 'status', text, ...(action && { action }) }),
      clear: () => setNotice(undefined),
    }),
    [notice],
  );
}

/** Both regions are always there: a region that appears together with its text is often not read aloud. */
export function Notices({
  notices,
  offline,
}: {
  notices: NoticeBoard;
  offline: string | undefined;
}): ReactNode {
  const { notice } = notices;
  return (
    <div className="notices">
      <div role="alert">{notice?.kind === 'alert' && <Toast notice={notice} onClose={notices.clear} />}</div>
      <div role="status">
        {notice?.kind === 'status' && <Toast notice={notice} onClose={notices.clear} />}
        {offline && <div className="toast">{offline}</div>}
      </div>
    </div>
  );
}

function Toast({ notice, onClose }: { notice: Notice; onClose: () => void }): ReactNode {
  const { t } = usePage();
  const { action } = notice;
  const run = () => {
    onClose();
    action?.run();
  };
  return (
    <div className={`toast ${notice.kind}`}>
      <span>{notice.text}</span>
      {action && (
        <button type="button" className="toast-action" onClick={run}>
          {action.label}
        </button>
      )}
      <button type="button" className="toast-close" aria-label={t.dismiss} onClick={onClose}>
        ×
      </button>
    </div>
  );
}
