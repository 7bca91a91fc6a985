import { ENDPOINTS, type Endpoint, Problem } from '@xiaoer/contracts';
import { z } from 'zod';

type Json = Record<string, unknown>;

/** A schema as JSON Schema; requests as they are sent, answers as they come. */
function schema(source: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(source, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  }) as Json;
  return rest;
}

const SECURITY: Record<Endpoint['audience'], Json[]> = {
  agent: [{ session: [] }],
  visitor: [{ visitor: [] }],
  public: [],
};

function parameters(endpoint: Endpoint): Json[] {
  const of = (source: z.ZodType | undefined, place: 'path' | 'query'): Json[] => {
    if (!source) return [];
    const { properties = {}, required = [] } = schema(source, 'input') as {
      properties?: Record<string, Json>;
      required?: string[];
    };
    return Object.entries(properties).map(([name, value]) => ({
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      schema: value,
    }));
  };
  return [...of(endpoint.params, 'path'), ...of(endpoint.query, 'query')];
}

function operation(name: string, endpoint: Endpoint): Json {
  const isUpload = endpoint.summary.includes('multipart');
  const body = isUpload
    ? {
        'multipart/form-data': {
          schema: {
            type: 'object',
            properties: { file: { type: 'string', format: 'binary' } },
            required: ['file'],
          },
        },
      }
    : endpoint.body && { 'application/json': { schema: schema(endpoint.body, 'input') } };
  return {
    operationId: name,
    summary: endpoint.summary,
    security: SECURITY[endpoint.audience],
    parameters: parameters(endpoint),
    ...(body ? { requestBody: { required: true, content: body } } : {}),
    responses: {
      200: {
        description: 'Done',
        content: { 'application/json': { schema: schema(endpoint.response, 'output') } },
      },
      default: {
        description: 'Coded error (RFC 9457)',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

/** OpenAPI 3.1 of every endpoint in the contracts. */
export function printOpenApi(): string {
  const paths: Record<string, Record<string, Json>> = {};
  for (const [name, endpoint] of Object.entries(ENDPOINTS)) {
    const path = `/api${endpoint.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] ??= {};
    paths[path][endpoint.method.toLowerCase()] = operation(name, endpoint as Endpoint);
  }
  const document = {
    openapi: '3.1.0',
    info: {
      title: 'Xiaoer',
      version: '0.1.0',
      description:
        'The open API. Errors are application/problem+json with a code; see errors.md. Sessions are made at /api/auth/sign-in/email.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: {
      schemas: { Problem: schema(Problem, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'better-auth.session_token' },
        visitor: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: 'Visitor TOKEN, as answered by visitorRegister',
        },
      },
    },
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}
