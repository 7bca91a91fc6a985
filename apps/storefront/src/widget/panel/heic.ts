/** Photos as iPhones keep them. Only Apple's browsers can show these; neither others nor the server can. */
export const isHeic = (file: { name: string; type: string }): boolean =>
  /^image\/hei[cf]/.test(file.type) || /\.hei[cf]$/i.test(file.name);

const QUALITY = 0.88;

/** The photo as a JPEG where this browser can read it; every other file as it is. */
export async function asJpeg(file: File): Promise<File> {
  if (!isHeic(file)) return file;
  try {
    const picture = await createImageBitmap(file);
    const canvas = document.createElement('canvas');
    canvas.width = picture.width;
    canvas.height = picture.height;
    canvas.getContext('2d')?.drawImage(picture, 0, 0);
    picture.close();
    const jpeg = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
    if (!jpeg) return file;
    return new File([jpeg], `${file.name.replace(/\.hei[cf]$/i, '')}.jpg`, { type: 'image/jpeg' });
  } catch {
    // Not readable here: it arrives as a file to be saved.
    return file;
  }
}
