import type { ReactNode } from 'react';
import { usePage } from '../page-context.ts';
import { parts } from './parts.ts';
import { RichTextBlock } from './RichTextBlock.tsx';
import type { Block, Cell } from './types.ts';

/** The first row is the table's header, as in Slack. A wide one is pushed about in its own frame. */
export function TableBlock({ block }: { block: Block }): ReactNode {
  const { t } = usePage();
  const [head = [], ...rows] = block.rows ?? [];
  const alignOf = (column: number) => block.column_settings?.[column]?.align;
  const drawHead = (cell: Cell, column: number) => (
    <th scope="col" align={alignOf(column)}>
      <CellContent cell={cell} />
    </th>
  );
  const drawCell = (cell: Cell, column: number) => (
    <td align={alignOf(column)}>
      <CellContent cell={cell} />
    </td>
  );
  const drawRow = (cells: Cell[]) => <tr>{parts(cells.map(drawCell))}</tr>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to push it about
    // biome-ignore lint/a11y/useSemanticElements: a section would be a part of the page's outline
    <div className="block-table" role="group" aria-label={t.table} tabIndex={0}>
      <table>
        <thead>
          <tr>{parts(head.map(drawHead))}</tr>
        </thead>
        <tbody>{parts(rows.map(drawRow))}</tbody>
      </table>
    </div>
  );
}

function CellContent({ cell }: { cell: Cell }): ReactNode {
  return cell.type === 'rich_text' ? <RichTextBlock block={cell} /> : cell.text;
}
