import type { ReactNode } from 'react';
import { ChartBlock } from './Chart.tsx';
import { ElementControl } from './ElementControl.tsx';
import { InputBlock } from './InputBlock.tsx';
import { plain, RichText } from './mrkdwn.tsx';
import { Picture } from './Picture.tsx';
import { parts } from './parts.ts';
import { RichTextBlock } from './RichTextBlock.tsx';
import { useSurface } from './surface.ts';
import { TableBlock } from './TableBlock.tsx';
import { actionId, type Block, blockId, type ContextElement, type Text } from './types.ts';
import { Unknown } from './Unknown.tsx';

export type FieldErrors = Record<string, string>;

/** The blocks of a message or a view, in order. */
export function Blocks({ blocks, errors = {} }: { blocks: Block[]; errors?: FieldErrors }): ReactNode {
  return blocks.map((block, index) => {
    const id = blockId(block, index);
    return <OneBlock key={id} block={block} id={id} error={errors[id]} />;
  });
}

function OneBlock({ block, id, error }: { block: Block; id: string; error: string | undefined }): ReactNode {
  switch (block.type) {
    case 'header':
      return <Header text={block.text} />;
    case 'section':
      return <Section block={block} id={id} />;
    case 'context':
      return <Context elements={(block.elements ?? []) as unknown as ContextElement[]} />;
    case 'actions':
      return <Actions block={block} id={id} />;
    case 'input':
      return block.element && <InputBlock block={block} element={block.element} id={id} error={error} />;
    case 'rich_text':
      return <RichTextBlock block={block} />;
    case 'divider':
      return <hr className="block-divider" />;
    case 'alert':
      return (
        <div className={`block-alert ${block.level ?? 'default'}`}>
          <RichText text={block.text} />
        </div>
      );
    case 'image':
      return <Picture alt={block.alt_text ?? ''} />;
    case 'data_visualization':
      return block.chart && <ChartBlock title={titleOf(block)} chart={block.chart} />;
    case 'table':
      return <TableBlock block={block} />;
    default:
      return <Unknown type={block.type} />;
  }
}

function Header({ text }: { text: Text | undefined }): ReactNode {
  const { heading: Heading = 'h3' } = useSurface();
  return (
    <Heading className="block-header">
      <RichText text={text} />
    </Heading>
  );
}

const titleOf = ({ title }: Block): string => (typeof title === 'string' ? title : plain(title));

function Section({ block, id }: { block: Block; id: string }): ReactNode {
  return (
    <div className="block-section">
      <div className="block-text">
        {block.text && (
          <div className="text">
            <RichText text={block.text} />
          </div>
        )}
        {block.fields && <div className="block-fields">{parts(block.fields.map(drawField))}</div>}
      </div>
      {block.accessory && (
        <div className="block-accessory">
          <ElementControl element={block.accessory} block={id} label={plain(block.text)} />
        </div>
      )}
    </div>
  );
}

const drawField = (field: Text): ReactNode => (
  <div className="text">
    <RichText text={field} />
  </div>
);

function Context({ elements }: { elements: ContextElement[] }): ReactNode {
  return <div className="block-context">{parts(elements.map(drawContext))}</div>;
}

function drawContext(element: ContextElement): ReactNode {
  if (element.type === 'image') return <Picture alt={element.alt_text} />;
  return (
    <span className="text">
      <RichText text={element} />
    </span>
  );
}

function Actions({ block, id }: { block: Block; id: string }): ReactNode {
  return (
    <div className="block-actions">
      {(block.elements ?? []).map((element) => (
        <ElementControl key={actionId(element)} element={element} block={id} />
      ))}
    </div>
  );
}
