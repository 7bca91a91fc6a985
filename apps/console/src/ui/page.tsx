import { type ReactNode, useEffect } from 'react';
import './page.css';

/** Title of the browser tab while the screen is shown. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    setTitle(title);
  }, [title]);
}

let pageTitle = '';
let unread = 0;

function paint(): void {
  const words = pageTitle === '' ? '小二' : `${pageTitle} · 小二`;
  document.title = unread > 0 ? `(${unread > 99 ? '99+' : unread}) ${words}` : words;
}

function setTitle(title: string): void {
  pageTitle = title;
  paint();
}

/** Number before the tab's title; 0 takes it away. */
export function setTitleBadge(count: number): void {
  unread = count;
  paint();
}

/** A screen with a heading, its actions, and a scrolling body; used by settings and customers. */
export function Page({
  title,
  intro,
  actions,
  children,
  isWide = false,
}: {
  title: string;
  intro?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  isWide?: boolean;
}) {
  usePageTitle(title);
  return (
    <main className="page">
      <div className={isWide ? 'page-body is-wide' : 'page-body'}>
        <header className="page-head">
          <div>
            <h1 className="page-title">{title}</h1>
            {intro && <p className="page-intro">{intro}</p>}
          </div>
          {actions && <div className="page-actions">{actions}</div>}
        </header>
        {children}
      </div>
    </main>
  );
}
