import base from './styles/base.css?inline';
import composer from './styles/composer.css?inline';
import home from './styles/home.css?inline';
import lightbox from './styles/lightbox.css?inline';
import thread from './styles/thread.css?inline';

export const panelStyles = [base, home, thread, composer, lightbox].join('\n');
