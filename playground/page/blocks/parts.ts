import { createElement, Fragment, type ReactNode } from 'react';

/** Parts that only their place tells apart, as those of one text: children side by side need no keys. */
export const parts = (nodes: ReactNode[]): ReactNode => createElement(Fragment, null, ...nodes);
