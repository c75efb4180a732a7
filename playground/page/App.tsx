import { type ReactNode, useEffect, useState } from 'react';
import type { State } from '../contract.ts';
import { ConversationPane } from './Conversation.tsx';
import { calendarFor } from './dates.ts';
import { ConfirmDialog, useConfirm } from './dialogs/Confirm.tsx';
import { Modal } from './dialogs/Modal.tsx';
import { RestartDialog } from './dialogs/Restart.tsx';
import { HomePane, homeTab } from './Home.tsx';
import { Inspector } from './inspector/Inspector.tsx';
import { type Live, useLive } from './live.ts';
import { Notices, useNotices } from './Notices.tsx';
import { PageContext } from './page-context.ts';
import { actAs, usePerson } from './person.ts';
import { usePost } from './post.ts';
import { Sidebar } from './Sidebar.tsx';
import { TimeBar } from './TimeBar.tsx';
import { textsFor } from './texts.ts';

export function App(): ReactNode {
  const person = usePerson();
  const live = useLive(person);
  const me = live.state?.me.id;
  useEffect(() => {
    // The server may have answered with somebody else; the address tells who it is.
    if (me !== undefined && person === '') actAs(me);
  }, [me, person]);
  if (live.state) return <Workspace state={live.state} live={live} />;
  const t = textsFor('da-DK');
  return <p className="starting">{live.online ? t.loading : t.offline}</p>;
}

function Workspace({ state, live }: { state: State; live: Live }): ReactNode {
  const { locale, zone } = state.me;
  const t = textsFor(locale);
  const notices = useNotices();
  const { post, busy } = usePost(live.refresh, notices, t);
  const { confirm, question, answer } = useConfirm();
  const [restarting, setRestarting] = useState(false);
  const [menuOpen, setMenuOpen] = useState(false);
  const selection = useSelection(state);

  useEffect(() => {
    document.documentElement.lang = locale.slice(0, 2);
  }, [locale]);

  const page = { state, t, calendar: calendarFor(locale, zone), busy, post, confirm };
  const modalOpen = state.views.length > 0;
  const asking = question !== undefined || restarting;
  const choose = (id: string) => {
    selection.select(id);
    setMenuOpen(false);
  };

  return (
    <PageContext value={page}>
      <div className="page" inert={modalOpen || asking}>
        <TimeBar onRestart={() => setRestarting(true)} onMenu={() => setMenuOpen(true)} tell={notices.tell} />
        <Sidebar
          selected={selection.isHome ? homeTab : selection.selected?.id}
          onSelect={choose}
          open={menuOpen}
          onClose={() => setMenuOpen(false)}
        />
        {selection.isHome ? <HomePane /> : <ConversationPane conversation={selection.selected} />}
      </div>
      <div inert={asking}>{modalOpen && <Modal key={state.me.id} />}</div>
      {question && <ConfirmDialog question={question} onAnswer={answer} />}
      {restarting && <RestartDialog onClose={() => setRestarting(false)} />}
      <Inspector />
      <Notices notices={notices} offline={live.online ? undefined : t.offline} />
    </PageContext>
  );
}

/** Each person's own conversation stays chosen while one looks around as others. */
function useSelection({ me, conversations }: State) {
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const selected = conversations.find(({ id }) => id === chosen[me.id]) ?? conversations[0];
  const isHome = chosen[me.id] === homeTab;
  return { selected, isHome, select: (id: string) => setChosen({ ...chosen, [me.id]: id }) };
}
