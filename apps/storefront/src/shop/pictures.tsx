import type { Product, Shape } from './products.ts';

type Paint = { body: string; cap: string };

/** Drawn for this shop; 200 × 240 units, light from the left. */
const SHAPES: Record<Shape, (paint: Paint) => preact.JSX.Element> = {
  dropper: ({ body, cap }) => (
    <>
      <path d="M88 34c0-10 24-10 24 0v26H88z" fill={cap} opacity="0.85" />
      <rect x="82" y="58" width="36" height="20" rx="3" fill={cap} />
      <path
        d="M84 78h32c0 12 26 12 26 34v84c0 8-6 14-14 14H72c-8 0-14-6-14-14v-84c0-22 26-22 26-34z"
        fill={body}
      />
      <path d="M66 118c0-12 8-18 16-22v106h-8c-5 0-8-3-8-8z" fill="#fff" opacity="0.22" />
      <rect x="76" y="132" width="48" height="52" rx="2" fill="#fffdf8" opacity="0.94" />
      <path d="M86 150h28M86 159h20M86 168h24" stroke={cap} stroke-width="2.5" opacity="0.7" />
    </>
  ),
  jar: ({ body, cap }) => (
    <>
      <rect x="44" y="100" width="112" height="34" rx="7" fill={cap} />
      <path d="M44 112h112" stroke="#fff" stroke-width="2" opacity="0.25" />
      <path d="M48 136h104v52c0 14-10 22-24 22H72c-14 0-24-8-24-22z" fill={body} />
      <path d="M54 142h14v62c-9-1-14-7-14-16z" fill="#fff" opacity="0.5" />
      <path d="M78 164h44M84 174h32" stroke={cap} stroke-width="2.5" opacity="0.8" />
    </>
  ),
  tube: ({ body, cap }) => (
    <>
      <path d="M64 36h72l-8 138H72z" fill={body} />
      <path d="M64 36h72v10H64.500z" fill={cap} opacity="0.35" />
      <path d="M72 50h12l2 120H78z" fill="#fff" opacity="0.5" />
      <rect x="72" y="174" width="56" height="36" rx="5" fill={cap} />
      <path d="M84 92h32M84 102h22M84 112h28" stroke={cap} stroke-width="2.5" opacity="0.8" />
    </>
  ),
  bottle: ({ body, cap }) => (
    <>
      <rect x="80" y="30" width="40" height="34" rx="5" fill={cap} stroke={body} stroke-width="2" />
      <path
        d="M86 64h28v8c16 4 24 12 24 28v96c0 8-6 14-14 14H76c-8 0-14-6-14-14v-96c0-16 8-24 24-28z"
        fill={body}
      />
      <path d="M70 104c0-8 4-13 10-16v116h-4c-4 0-6-3-6-7z" fill="#fff" opacity="0.35" />
      <circle cx="104" cy="142" r="22" fill={cap} opacity="0.9" />
      <path
        d="M104 152v-16M104 142c-6 0-8-4-8-8 6 0 8 4 8 8zm0-2c6 0 8-4 8-8-6 0-8 4-8 8z"
        stroke={body}
        stroke-width="2"
        fill="none"
      />
    </>
  ),
  sachet: ({ body, cap }) => (
    <>
      <g transform="rotate(8 120 130)">
        <rect x="70" y="46" width="92" height="156" rx="4" fill={cap} opacity="0.55" />
      </g>
      <g transform="rotate(-4 96 130)">
        <rect x="46" y="44" width="96" height="162" rx="4" fill={body} />
        <path d="M46 58h96M46 192h96" stroke="#fff" stroke-width="2" opacity="0.6" stroke-dasharray="3 3" />
        <path d="M94 84c16 0 24 14 24 32s-10 36-24 36-24-18-24-36 8-32 24-32z" fill="#fffdf8" opacity="0.9" />
        <path
          d="M82 112h8M98 112h8M88 132c4 3 8 3 12 0"
          stroke={cap}
          stroke-width="2.5"
          stroke-linecap="round"
          fill="none"
        />
        <path d="M74 170h40M82 179h24" stroke={cap} stroke-width="2.5" opacity="0.8" />
      </g>
    </>
  ),
  flask: ({ body, cap }) => (
    <>
      <rect x="82" y="40" width="36" height="38" rx="3" fill={cap} />
      <rect x="90" y="78" width="20" height="10" fill={cap} opacity="0.6" />
      <rect x="46" y="88" width="108" height="122" rx="10" fill={body} />
      <rect x="56" y="98" width="88" height="102" rx="6" fill="#fff" opacity="0.35" />
      <path d="M56 150h88v44a6 6 0 0 1-6 6H62a6 6 0 0 1-6-6z" fill={body} opacity="0.8" />
      <path d="M80 126h40M88 136h24" stroke={cap} stroke-width="2.5" />
    </>
  ),
};

function Picture({ product }: { product: Product }) {
  const [, body, cap] = product.colours;
  return (
    <svg class="picture" viewBox="0 0 200 240" aria-hidden="true">
      <ellipse cx="100" cy="212" rx="64" ry="8" fill="#000" opacity="0.1" />
      {SHAPES[product.shape]({ body, cap })}
    </svg>
  );
}

/** Still life at the top of the page. */
export function StillLife() {
  return (
    <svg class="still" viewBox="0 0 560 420" aria-hidden="true">
      <circle cx="300" cy="186" r="166" class="still-sun" />
      <path d="M60 330h440v12H60z" class="still-shelf" />
      <g transform="translate(88 118)">{SHAPES.bottle({ body: '#e6c977', cap: '#fbf7ea' })}</g>
      <g transform="translate(196 90) scale(1.14)">{SHAPES.dropper({ body: '#7f9f86', cap: '#2f4a3e' })}</g>
      <g transform="translate(330 166) scale(0.78)">{SHAPES.jar({ body: '#fbf6ec', cap: '#b08d62' })}</g>
      <path
        d="M456 330c0-60 4-120 26-182M466 250c-18-8-28-22-30-40 20 2 30 16 30 40zm6-44c16-12 22-28 20-48-18 8-24 26-20 48zm10-58c-6-18-2-32 10-44 8 16 4 32-10 44z"
        class="still-leaf"
      />
    </svg>
  );
}

export function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="30" height="30" aria-hidden="true" class="mark">
      <path d="M16 3c6 6 9 10.5 9 15.500a9 9 0 0 1-18 0C7 13.5 10 9 16 3z" />
      <path d="M16 29V14" />
    </svg>
  );
}

/** A product on its own ground. */
export function Ground({ product }: { product: Product }) {
  return (
    <div class="ground" style={{ '--ground': product.colours[0] }}>
      <Picture product={product} />
    </div>
  );
}
