import { cannedResponseEndpoints } from './endpoints/canned-responses.ts';
import { channelEndpoints } from './endpoints/channels.ts';
import { conversationEndpoints } from './endpoints/conversations.ts';
import { customerEndpoints } from './endpoints/customers.ts';
import { fileEndpoints } from './endpoints/files.ts';
import { identityEndpoints } from './endpoints/identity.ts';
import { operationsEndpoints } from './endpoints/operations.ts';
import { visitorEndpoints } from './endpoints/visitors.ts';
import { workbenchEndpoints } from './endpoints/workbench.ts';

/** Every endpoint of the open API, by operation name. Paths are below /api. */
export const ENDPOINTS = {
  ...identityEndpoints,
  ...customerEndpoints,
  ...cannedResponseEndpoints,
  ...conversationEndpoints,
  ...workbenchEndpoints,
  ...fileEndpoints,
  ...channelEndpoints,
  ...visitorEndpoints,
  ...operationsEndpoints,
} as const;

export type EndpointName = keyof typeof ENDPOINTS;
