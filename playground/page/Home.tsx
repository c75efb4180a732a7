import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { OpenView, Values } from '../contract.ts';
import { Blocks } from './blocks/Blocks.tsx';
import { SurfaceContext } from './blocks/surface.ts';
import type { View } from './blocks/types.ts';
import { seed } from './blocks/values.ts';
import { usePage } from './page-context.ts';

/** What stands in the place of a conversation's id where somebody looks at their Home tab. */
export const homeTab = 'home';

/** The app's Home tab. As in Slack, opening it shows what is there, and tells the app. */
export function HomePane(): ReactNode {
  const { state, t } = usePage();
  const { home } = state;
  useOpening(home === undefined);
  return (
    <main className="pane" aria-label={t.home}>
      <h1 className="pane-title">Trivsel · {t.home}</h1>
      <div className="home">{home ? <HomeBlocks key={home.id} home={home} /> : <p>{t.loading}</p>}</div>
    </main>
  );
}

/** Once for each person; and again when everything began anew while it was looked at. */
function useOpening(isMissing: boolean): void {
  const { state, post } = usePage();
  const as = state.me.id;
  const opened = useRef('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `post` is new each time, and no reason to open it again
  useEffect(() => {
    if (opened.current === as && !isMissing) return;
    opened.current = as;
    void post('home', { as });
  }, [as, isMissing]);
}

function HomeBlocks({ home }: { home: OpenView }): ReactNode {
  const { blocks } = home.view as unknown as View;
  const [filled, setValues] = useState<Values>({});
  const values = useMemo(() => seed(filled, blocks), [filled, blocks]);
  return (
    <SurfaceContext value={{ from: { view: home.id }, blocks, values, setValues, heading: 'h2' }}>
      <Blocks blocks={blocks} />
    </SurfaceContext>
  );
}
