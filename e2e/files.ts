import sharp from 'sharp';

/** A small PNG of one colour. */
export function makePicture(background: string): Promise<Buffer> {
  return sharp({ create: { width: 320, height: 240, channels: 3, background } })
    .png()
    .toBuffer();
}
