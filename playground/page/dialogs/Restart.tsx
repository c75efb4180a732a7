import { type ReactNode, useState } from 'react';
import type { Requests } from '../../contract.ts';
import { usePage } from '../page-context.ts';
import { Dialog } from './Dialog.tsx';

type Props = { onClose: () => void; onDone: () => void };

/** Everything anew. It stays until it is done: what happened is gone only then. */
export function RestartDialog({ onClose, onDone }: Props): ReactNode {
  const { t, post } = usePage();
  const [isUnderWay, setUnderWay] = useState(false);
  const close = () => {
    if (!isUnderWay) onClose();
  };
  const restart = async (choice: Requests['restart']['with']) => {
    if (isUnderWay) return;
    setUnderWay(true);
    const isDone = await post('restart', { with: choice });
    onClose();
    if (isDone) onDone();
  };
  return (
    <Dialog titleId="restart-title" onEscape={close} className="small">
      <h2 className="dialog-title" id="restart-title">
        {t.restart}
      </h2>
      <div className="dialog-body">
        <p role="status">{isUnderWay ? t.restarting : t.restartText}</p>
        <button type="button" className="big-choice" onClick={() => restart('company')}>
          <strong>{t.restartCompany}</strong>
          <span>{t.restartCompanyHint}</span>
        </button>
        <button type="button" className="big-choice" onClick={() => restart('nobody')}>
          <strong>{t.restartNobody}</strong>
          <span>{t.restartNobodyHint}</span>
        </button>
      </div>
      <div className="dialog-footer">
        <button type="button" className="button" onClick={close}>
          {t.cancel}
        </button>
      </div>
    </Dialog>
  );
}
