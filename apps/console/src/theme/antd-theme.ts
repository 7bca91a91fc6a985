import { type ThemeConfig, theme } from 'antd';
import type { Appearance } from './appearance.ts';

/**
 * antd's theme, read from the CSS variables of styles/tokens.css, so that a colour stands in one place.
 * Call after `data-theme` is on the root.
 */
export function antdTheme(appearance: Appearance): ThemeConfig {
  const css = getComputedStyle(document.documentElement);
  const read = (name: string) => css.getPropertyValue(`--${name}`).trim();
  return {
    algorithm: appearance === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    hashed: false,
    token: {
      colorPrimary: read('accent'),
      colorInfo: read('accent'),
      colorSuccess: read('safe'),
      colorWarning: read('soon'),
      colorError: read('late'),
      colorLink: read('accent'),
      colorText: read('ink'),
      colorTextSecondary: read('secondary'),
      colorTextTertiary: read('meta'),
      colorTextPlaceholder: read('meta'),
      colorTextDescription: read('meta'),
      colorTextLightSolid: read('on-accent'),
      colorBorder: read('line-strong'),
      colorBorderSecondary: read('line'),
      colorSplit: read('line'),
      colorBgBase: read('surface'),
      colorBgContainer: read('surface'),
      colorBgElevated: read('raised'),
      colorBgLayout: read('canvas'),
      colorBgMask: read('scrim'),
      controlItemBgHover: read('hover'),
      controlItemBgActive: read('accent-soft'),
      controlItemBgActiveHover: read('accent-soft'),
      controlHeight: 32,
      controlHeightSM: 26,
      borderRadius: 6,
      borderRadiusLG: 10,
      borderRadiusSM: 4,
      fontFamily: read('font'),
      fontSize: 13,
      lineHeight: 20 / 13,
      boxShadow: read('shadow'),
      boxShadowSecondary: read('shadow'),
      // Without, antd would wait for the end of what base.css has taken away.
      motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      motionDurationFast: '0.12s',
      motionDurationMid: '0.14s',
      motionDurationSlow: '0.18s',
      wireframe: false,
    },
    components: {
      Tooltip: {
        colorBgSpotlight: appearance === 'dark' ? '#33403c' : '#22302c',
        colorTextLightSolid: '#fff',
      },
      Table: { headerBg: read('surface'), headerColor: read('meta'), cellPaddingBlock: 8 },
    },
  };
}
