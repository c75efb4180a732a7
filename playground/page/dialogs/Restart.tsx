import type { ReactNode } from 'react';
import type { Requests } from '../../contract.ts';
import { usePage } from '../page-context.ts';
import { Dialog } from './Dialog.tsx';

export function RestartDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t, post } = usePage();
  const restart = async (choice: Requests['restart']['with']) => {
    onClose();
    await post('restart', { with: choice });
  };
  return (
    <Dialog titleId="restart-title" onEscape={onClose} className="small">
      <h2 className="dialog-title" id="restart-title">
        {t.restart}
      </h2>
      <div className="dialog-body">
        <p>{t.restartText}</p>
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
        <button type="button" className="button" onClick={onClose}>
          {t.cancel}
        </button>
      </div>
    </Dialog>
  );
}
