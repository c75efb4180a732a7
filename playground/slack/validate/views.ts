import { blocksOn } from './blocks.ts';
import { bool, byType, list, type Properties, string, typed } from './schema.ts';
import { plainText } from './text.ts';

const identity: Properties = {
  callback_id: string(255, 0),
  external_id: string(255, 0),
  private_metadata: string(3000, 0),
};

const modal = typed(
  'modal',
  'views/modal-views',
  { title: plainText(24), blocks: list(blocksOn('modal'), 100) },
  {
    ...identity,
    close: plainText(24),
    submit: plainText(24),
    clear_on_close: bool,
    notify_on_close: bool,
  },
);

const home = typed('home', 'views/home-tab-views', { blocks: list(blocksOn('home'), 100) }, identity);

export const viewSchema = byType([modal, home]);
