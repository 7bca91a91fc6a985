import { Ground } from './pictures.tsx';
import { money, type Product } from './products.ts';
import type { ShopLanguage, ShopTexts } from './texts.ts';

type Props = { product: Product; language: ShopLanguage; text: ShopTexts; onAsk: () => void };

/** One product in full: what is in it, how it is used, what to mind. */
export function Detail({ product, language, text, onAsk }: Props) {
  return (
    <section id="detail" class="detail" aria-labelledby="detail-title">
      <Ground product={product} />
      <div>
        <p class="hint">{text.detail}</p>
        <h2 id="detail-title">{product.name[language]}</h2>
        <p>{product.line[language]}</p>
        <div class="price">
          <b>{money(product.price)}</b>
          <span>{product.size[language]}</span>
        </div>
        <h3>{text.ingredients}</h3>
        <ul class="tags">
          {product.key.map((one) => (
            <li key={one.zh}>{one[language]}</li>
          ))}
        </ul>
        <h3>{text.use}</h3>
        <p>{product.use[language]}</p>
        <h3>{text.care}</h3>
        <p>{product.care[language]}</p>
        <button type="button" class="button" onClick={onAsk}>
          {text.askAbout}
        </button>
      </div>
    </section>
  );
}
