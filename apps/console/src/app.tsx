import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { isTransient } from '@xiaoer/sync';
import { ConfigProvider } from 'antd';
import enLocale from 'antd/es/locale/en_US';
import zhCnLocale from 'antd/es/locale/zh_CN';
import zhTwLocale from 'antd/es/locale/zh_TW';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Redirect, Route, Switch } from 'wouter';
import type { ConsoleLanguage } from './i18n/index.ts';
import { Gate } from './session/gate.tsx';
import { Shell, ShellFrame } from './shell/shell.tsx';
import { antdTheme } from './theme/antd-theme.ts';
import { useAppearance } from './theme/appearance.ts';
import { Empty } from './ui/states.tsx';
import { Toasts } from './ui/toast.tsx';

const Inbox = lazy(() => import('./inbox/index.tsx'));
const Customers = lazy(() => import('./customers/index.tsx'));
const Settings = lazy(() => import('./settings/index.tsx'));
const SetUp = lazy(() => import('./auth/set-up.tsx'));
const Join = lazy(() => import('./auth/join.tsx'));
const ResetPassword = lazy(() => import('./auth/reset-password.tsx'));

const ANTD_LOCALES: Record<ConsoleLanguage, typeof enLocale> = {
  'zh-CN': zhCnLocale,
  'zh-TW': zhTwLocale,
  en: enLocale,
};

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 2 && isTransient(error),
    },
  },
});

/** Providers and the first fork: pages for outsiders, everything else behind the gate. */
export function App() {
  const appearance = useAppearance();
  const { i18n } = useTranslation();
  const theme = useMemo(() => antdTheme(appearance), [appearance]);
  return (
    <ConfigProvider
      theme={theme}
      locale={ANTD_LOCALES[i18n.language as ConsoleLanguage]}
      button={{ autoInsertSpace: false }}
    >
      <QueryClientProvider client={queries}>
        <Suspense fallback={null}>
          <Switch>
            <Route path="/set-up" component={SetUp} />
            <Route path="/join" component={Join} />
            <Route path="/reset-password" component={ResetPassword} />
            <Route>
              <Gate waiting={<ShellFrame />}>
                <Shell>
                  <Screens />
                </Shell>
              </Gate>
            </Route>
          </Switch>
        </Suspense>
        <Toasts />
      </QueryClientProvider>
    </ConfigProvider>
  );
}

function Screens() {
  return (
    <Switch>
      <Route path="/">
        <Redirect to="/inbox" replace />
      </Route>
      <Route path="/inbox/:view?/:id?">
        <Inbox />
      </Route>
      <Route path="/customers/:id?">{(params) => <Customers id={params.id ?? null} />}</Route>
      <Route path="/settings/*?">
        <Settings />
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}

function NotFound() {
  const { t } = useTranslation();
  return (
    <Empty
      icon="search"
      title={t('notFound.title')}
      text={t('notFound.text')}
      action={
        <Link href="/inbox" className="btn btn-default btn-medium">
          {t('notFound.action')}
        </Link>
      }
    />
  );
}
