import type * as contracts from '@xiaoer/contracts';

// The contracts' values would bring zod into the widget; their types make sure that these stay equal.
export const MESSAGE_TEXT_MAX: typeof contracts.MESSAGE_TEXT_MAX = 10_000;
export const ATTACHMENTS_MAX: typeof contracts.ATTACHMENTS_MAX = 10;
/** Bytes; tested against the contracts, as a product of numbers has no literal type. */
export const FILE_SIZE_MAX = 20 * 1024 * 1024;
