import { ById, PageQuery, page } from '../base.ts';
import { ChannelSecret, SaveWebChannel, WebChannel } from '../channels.ts';
import { endpoint } from '../endpoint.ts';

/** Channels. */
export const channelEndpoints = {
  listChannels: endpoint({
    method: 'GET',
    path: '/channels',
    audience: 'agent',
    summary: 'Web channels',
    query: PageQuery,
    response: page(WebChannel),
  }),
  updateChannel: endpoint({
    method: 'PUT',
    path: '/channels/:id',
    audience: 'agent',
    summary: 'Change a web channel',
    params: ById,
    body: SaveWebChannel,
    response: WebChannel,
  }),
  rotateChannelSecret: endpoint({
    method: 'POST',
    path: '/channels/:id/secret',
    audience: 'agent',
    summary: 'Make a new signing secret; the last one stays valid for a day',
    params: ById,
    response: ChannelSecret,
  }),
} as const;
