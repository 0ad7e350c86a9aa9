import type { Api, ApiRequest } from '../api.ts';
import { CORP, type MediaStore } from '../media-store.ts';
import type { SeenLog } from '../seen.ts';
import type { Switches } from '../switches.ts';
import { taken } from '../verdict.ts';
import { buildAppchats } from './appchats.ts';
import type { Cards } from './cards.ts';
import type { Corp } from './corp.ts';
import type { KfApi } from './kf.ts';
import { buildMessages } from './messages.ts';
import type { Tokens } from './tokens.ts';

/** What the calls of an app stand on. */
export interface AppApisState {
  agentId: number;
  corp: Corp;
  tokens: Tokens;
  cards: Cards;
  kf: KfApi;
  log: SeenLog;
  media: MediaStore;
  switches: Switches;
}

const CALLBACK_IPS = ['101.226.103.*', '140.207.54.80'];
const MEDIA_TYPES = ['image', 'voice', 'video', 'file'];

type Take = (request: ApiRequest) => ReturnType<Api['take']>;

/** Builds the calls of an app: `gettoken`, and those that a token opens. */
export function buildAppApis(state: AppApisState): Api[] {
  const { corp, tokens, cards, kf, media } = state;
  const messages = buildMessages(state);
  const appchats = buildAppchats(state);
  const opened =
    (method: Api['method']) =>
    (path: string, endpoint: Api['endpoint'], take: Take): Api => ({
      method,
      path: `/cgi-bin/${path}`,
      endpoint,
      take: (request) => tokens.refuse(request) ?? take(request),
    });
  const [get, post] = [opened('GET'), opened('POST')];
  return [
    { method: 'GET', path: '/cgi-bin/gettoken', endpoint: 'gettoken', take: (request) => tokens.give(request) },
    post('message/send', 'message', (request) => messages.send(request)),
    post('message/update_template_card', 'updateCard', (request) => cards.update(request)),
    post('message/recall', 'recall', (request) => messages.recall(request)),
    post('appchat/create', 'appchat', (request) => appchats.create(request)),
    post('appchat/update', 'appchat', (request) => appchats.update(request)),
    get('appchat/get', 'appchat', (request) => appchats.get(request)),
    post('appchat/send', 'appchat', (request) => appchats.send(request)),
    post('media/upload', 'upload', (request) => media.upload(request, { owner: CORP, types: MEDIA_TYPES })),
    get('media/get', 'getMedia', (request) => media.get(request)),
    get('getcallbackip', 'directory', () => taken({ ip_list: CALLBACK_IPS })),
    get('user/get', 'directory', (request) => corp.getUser(request)),
    get('user/simplelist', 'directory', (request) => corp.listUsers(request)),
    get('department/simplelist', 'directory', () => corp.listDepartments()),
    post('kf/sync_msg', 'kf', (request) => kf.sync(request)),
    post('kf/send_msg', 'kf', (request) => kf.send(request)),
    post('kf/send_msg_on_event', 'kf', (request) => kf.welcome(request)),
  ];
}
