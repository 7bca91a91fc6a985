import { useState } from 'preact/hooks';
import { format } from '../widget/text/format.ts';
import { Detail } from './detail.tsx';
import { Ground, Mark, StillLife } from './pictures.tsx';
import { money, ORDERS, type Order, PRODUCTS, type Product } from './products.ts';
import { useSettings } from './settings.ts';
import { type ShopLanguage, type ShopTexts, TEXTS } from './texts.ts';

/** Begins a message in the chat and opens it; the shopper finishes and sends it. */
function ask(draft: string): void {
  window.Xiaoer?.('draft', draft);
  window.Xiaoer?.('open');
}

export function Shop() {
  const settings = useSettings();
  const { language } = settings;
  const text = TEXTS[language];
  const [shown, setShown] = useState(PRODUCTS[0]?.id);
  const product = PRODUCTS.find((one) => one.id === shown) ?? PRODUCTS[0];
  const look = (id: string) => {
    setShown(id);
    document.getElementById('detail')?.scrollIntoView({ behavior: 'smooth', block: 'start' });
  };
  const askAbout = (one: Product) => ask(format(text.askDraft, { name: one.name[language] }));
  return (
    <>
      <Head settings={settings} text={text} />
      <main>
        <section class="hero">
          <div>
            <h1>
              {text.heroTitle.map((phrase) => (
                <span key={phrase}>{phrase}</span>
              ))}
            </h1>
            <p>{text.heroText}</p>
            <div class="actions">
              <a class="button" href="#products">
                {text.heroLook}
              </a>
              <button type="button" class="button plain" onClick={() => window.Xiaoer?.('open')}>
                {text.heroAsk}
              </button>
            </div>
          </div>
          <StillLife />
        </section>
        {settings.isSignedIn && (
          <section id="orders" aria-labelledby="orders-title">
            <h2 id="orders-title">{text.orders}</h2>
            <p class="hint">{format(text.ordersHint, { name: text.shopper })}</p>
            <ul class="orders">
              {ORDERS.map((order) => (
                <OrderRow key={order.number} order={order} language={language} text={text} />
              ))}
            </ul>
          </section>
        )}
        <section id="products" aria-labelledby="products-title">
          <h2 id="products-title">{text.products}</h2>
          <p class="hint">{text.productsHint}</p>
          <ul class="grid">
            {PRODUCTS.map((one) => (
              <li key={one.id} class="product">
                <Ground product={one} />
                <h3>{one.name[language]}</h3>
                <p>{one.line[language]}</p>
                <div class="price">
                  <b>{money(one.price)}</b>
                  <span>{one.size[language]}</span>
                </div>
                <div class="actions">
                  <button
                    type="button"
                    class="button plain small"
                    aria-pressed={one.id === shown}
                    onClick={() => look(one.id)}
                  >
                    {text.look}
                  </button>
                  <button type="button" class="button bare small" onClick={() => askAbout(one)}>
                    {text.ask}
                  </button>
                </div>
              </li>
            ))}
          </ul>
        </section>
        {product && (
          <Detail product={product} language={language} text={text} onAsk={() => askAbout(product)} />
        )}
        <section id="service" class="promises" aria-label={text.promise}>
          {text.promises.map(([title, words]) => (
            <div key={title}>
              <h3>{title}</h3>
              <p>{words}</p>
            </div>
          ))}
        </section>
      </main>
      <footer>{text.foot}</footer>
    </>
  );
}

type HeadProps = { settings: ReturnType<typeof useSettings>; text: ShopTexts };

function Head({ settings, text }: HeadProps) {
  const { language, theme, isSignedIn } = settings;
  const isDark = theme === 'dark';
  return (
    <header>
      <div class="bar">
        <a class="brand" href="#shop">
          <Mark />
          <span>{text.brand}</span>
        </a>
        <nav aria-label={text.pages}>
          <a href="#products">{text.products}</a>
          <a href="#detail">{text.detail}</a>
          <a href="#service">{text.promise}</a>
        </nav>
        <fieldset class="switch" aria-label={text.who}>
          <button type="button" aria-pressed={!isSignedIn} onClick={() => settings.setSignedIn(false)}>
            {text.guest}
          </button>
          <button type="button" aria-pressed={isSignedIn} onClick={() => settings.setSignedIn(true)}>
            {text.shopper}
          </button>
        </fieldset>
        <button
          type="button"
          class="button bare small"
          aria-label={isDark ? text.themeToLight : text.themeToDark}
          onClick={() => settings.setTheme(isDark ? 'light' : 'dark')}
        >
          {isDark ? text.toLight : text.toDark}
        </button>
        <button
          type="button"
          class="button bare small"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          title={text.languageLabel}
          onClick={() => settings.setLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          {text.language}
        </button>
      </div>
      {settings.hasSignInFailed && (
        <p class="failed" role="alert">
          {text.signInFailed}
        </p>
      )}
    </header>
  );
}

type OrderProps = { order: Order; language: ShopLanguage; text: ShopTexts };

function OrderRow({ order, language, text }: OrderProps) {
  const product = PRODUCTS.find((one) => one.id === order.productId);
  if (!product) return null;
  const draft = format(text.orderDraft, { number: order.number, name: product.name[language] });
  return (
    <li class="order">
      <Ground product={product} />
      <div>
        <p class="hint">
          {format(text.order, { number: order.number })} · {order.count[language]}
        </p>
        <h3>{product.name[language]}</h3>
        <div class="track" role="img" aria-label={format(text.steps, { step: order.step })}>
          {[1, 2, 3, 4].map((step) => (
            <i
              key={step}
              class={step < order.step ? 'done' : step > order.step ? '' : order.isLate ? 'late' : 'done'}
            />
          ))}
        </div>
        <p>
          <b class={order.isLate ? 'late' : undefined}>{order.state[language]}</b>
          <span> {order.note[language]}</span>
        </p>
      </div>
      <button type="button" class="button plain small" onClick={() => ask(draft)}>
        {text.askOrder}
      </button>
    </li>
  );
}
