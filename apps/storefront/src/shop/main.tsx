import { render } from 'preact';
import './shop.css';
import { Shop } from './shop.tsx';

type Xiaoer = { (name: string, ...values: unknown[]): void; q?: ArrayLike<unknown>[] };

// The queue that every shop puts before the script: what is said early is done when the widget is there.
if (!window.Xiaoer) {
  const queue: Xiaoer = (...values) => {
    queue.q = [...(queue.q ?? []), values];
  };
  window.Xiaoer = queue;
}

const place = document.getElementById('shop');
if (!place) throw new Error('the page has no place for the shop');
render(<Shop />, place);
