import type { ComponentChildren } from 'preact';

/** Our own line icons, 20 units, one stroke; they take the colour of the words around them. */
function Icon({ children, size = 20 }: { children: ComponentChildren; size?: number }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export const CloseIcon = () => (
  <Icon>
    <path d="M5 5l10 10M15 5L5 15" />
  </Icon>
);
export const BackIcon = () => (
  <Icon>
    <path d="M12 4.5L6.5 10l5.5 5.5" />
  </Icon>
);
export const ForwardIcon = () => (
  <Icon size={16}>
    <path d="M8 4.5l5.5 5.5L8 15.5" />
  </Icon>
);
export const SendIcon = () => (
  <Icon size={18}>
    <path d="M10 16V4.5M5 9.5l5-5 5 5" />
  </Icon>
);
export const AttachIcon = () => (
  <Icon>
    <path d="M15.6 9.4l-5.5 5.5a3.6 3.6 0 0 1-5-5l6-6a2.4 2.4 0 0 1 3.4 3.4l-6 6a1.2 1.2 0 0 1-1.7-1.7l5.4-5.4" />
  </Icon>
);
export const EmojiIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="7" />
    <path d="M7.2 11.8a3.4 3.4 0 0 0 5.6 0M7.6 8v.01M12.4 8v.01" />
  </Icon>
);
export const SoundIcon = ({ isOn }: { isOn: boolean }) => (
  <Icon>
    <path d="M3 7.6v4.8h3l4.4 3.6V4L6 7.6z" />
    {isOn ? (
      <path d="M13 7.4a3.7 3.7 0 0 1 0 5.2M15.2 5a7 7 0 0 1 0 10" />
    ) : (
      <path d="M13.2 7.8l4.4 4.4M17.6 7.8l-4.4 4.4" />
    )}
  </Icon>
);
export const PersonIcon = () => (
  <Icon>
    <path d="M4 12V10a6 6 0 0 1 12 0v2M4 11.5h2v4H5a1 1 0 0 1-1-1zM16 11.5h-2v4h1a1 1 0 0 0 1-1zM15 15.5c0 1.2-1.5 2-3.5 2" />
  </Icon>
);
export const FileIcon = () => (
  <Icon>
    <path d="M5.5 3h6L15 6.5V17H5.5zM11.5 3v3.5H15M8 10.5h4.5M8 13.5h4.5" />
  </Icon>
);
export const DownIcon = () => (
  <Icon size={16}>
    <path d="M10 4.5v11M5 10.5l5 5 5-5" />
  </Icon>
);
export const RetryIcon = () => (
  <Icon size={16}>
    <path d="M15.5 10a5.5 5.5 0 1 1-1.6-3.9M15.8 3.5v3.2h-3.2" />
  </Icon>
);
export const ClockIcon = () => (
  <Icon size={16}>
    <circle cx="10" cy="10" r="6.5" />
    <path d="M10 6.5V10l2.4 1.8" />
  </Icon>
);
