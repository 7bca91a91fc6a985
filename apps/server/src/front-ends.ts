import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { coded, toProblem } from './kernel/errors.ts';
import type { Kernel } from './kernel/module.ts';

const CONSOLE = fileURLToPath(new URL('../../console/dist', import.meta.url));
const STOREFRONT = fileURLToPath(new URL('../../storefront/dist', import.meta.url));
const YEAR = 'public, max-age=31536000, immutable';
const ASK = 'no-cache';

/** Inline scripts of a built page, named by their hash instead of allowing all of them. */
function scriptHashes(html: string): string {
  const hashes = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    (m) => `'sha256-${createHash('sha256').update(m[1]!).digest('base64')}'`,
  );
  return ['', ...hashes].join(' ');
}

/** Our own pages load only from here. Ant Design writes its styles into the page, hence inline styles. */
const policy = (html: string) =>
  `default-src 'self'; script-src 'self'${scriptHashes(html)}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; ` +
  `font-src 'self' data:; connect-src 'self' ws: wss:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

function sendPage(reply: FastifyReply, html: string): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', ASK)
    .header('content-security-policy', policy(html))
    .send(html);
}

/** The built console at /, the widget's script and chunks, and in demo mode the shop that carries it. */
export async function serveFrontEnds(app: FastifyInstance, kernel: Kernel): Promise<void> {
  const read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : null);
  const page = read(`${CONSOLE}/index.html`);
  const shop = kernel.config.DEMO ? read(`${STOREFRONT}/shop/index.html`) : null;
  if (page === null) kernel.log.warn('the console is not built: npm run build');

  if (existsSync(`${CONSOLE}/assets`))
    await app.register(fastifyStatic, {
      root: `${CONSOLE}/assets`,
      prefix: '/assets/',
      cacheControl: false,
      setHeaders: (reply) => void reply.header('cache-control', YEAR),
    });
  if (existsSync(`${STOREFRONT}/widget`)) {
    // Modules are fetched by other sites' pages.
    const setHeaders = (reply: FastifyReply) =>
      void reply.header('cache-control', YEAR).header('access-control-allow-origin', '*');
    await app.register(fastifyStatic, {
      root: `${STOREFRONT}/widget`,
      prefix: '/widget/',
      cacheControl: false,
      decorateReply: false,
      setHeaders,
    });
    app.get('/widget.js', async (_request, reply) =>
      reply
        .type('text/javascript; charset=utf-8')
        .header('cache-control', 'public, max-age=300')
        .header('access-control-allow-origin', '*')
        .send(read(`${STOREFRONT}/widget.js`)),
    );
  }
  if (shop !== null) {
    await app.register(fastifyStatic, {
      root: `${STOREFRONT}/shop`,
      prefix: '/shop/',
      decorateReply: false,
      cacheControl: false,
      index: false,
      setHeaders: (reply) => void reply.header('cache-control', ASK),
    });
    app.get('/shop', async (_request, reply) => sendPage(reply, shop));
  }
  // Every address of the console is the same page; what is below /api is not.
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === 'GET' &&
      !/^\/(api|assets|widget|shop|files|metrics)(\/|$)/.test(request.url) &&
      !/\.\w{1,6}(\?|$)/.test(request.url);
    if (isPage && page !== null) return sendPage(reply, page);
    return reply
      .status(404)
      .type('application/problem+json')
      .send(toProblem(coded('request.not_found'), request.id));
  });
  if (existsSync(`${CONSOLE}/index.html`))
    for (const name of ['favicon.svg', 'favicon.ico', 'manifest.webmanifest'])
      if (existsSync(`${CONSOLE}/${name}`))
        app.get(`/${name}`, async (_request, reply) => reply.sendFile(name, CONSOLE));
}
