let lastTime = 0;
let counter = 0;

/**
 * UUIDv7 (RFC 9562): 48 bits of milliseconds, then 12 bits that count within the millisecond, then
 * random bits. Ids made one after the other by one page sort in that order, even when the clock of the
 * device is set back.
 */
export function uuidv7(now: number = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  if (now > lastTime) {
    lastTime = now;
    // Start low enough that a burst has room to count up.
    counter = ((bytes[6]! << 8) | bytes[7]!) & 0x7ff;
  } else if (++counter > 0xfff) {
    lastTime += 1;
    counter = 0;
  }
  let rest = lastTime;
  for (let i = 5; i >= 0; i--) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes[6] = 0x70 | (counter >> 8);
  bytes[7] = counter & 0xff;
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  let text = '';
  for (let i = 0; i < 16; i++) {
    if (i === 4 || i === 6 || i === 8 || i === 10) text += '-';
    text += (bytes[i]! + 256).toString(16).slice(1);
  }
  return text;
}
