/** A picture that WhatsApp does not take as it is, drawn again as a JPEG that it does. */
import { MOST_UPLOAD_BYTES } from "../../../../shared/api/uploads.ts";

/** Longer sides are shown by no phone, and WhatsApp makes them smaller by itself. */
const SIDES = [4096, 2560, 1600];
const QUALITIES = [0.88, 0.75];

/** Throws when this browser cannot read it. */
export async function shrinkPicture(file: File): Promise<File> {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  try {
    for (const side of SIDES)
      for (const quality of QUALITIES) {
        const made = await drawn(picture, side, quality);
        if (made.size <= MOST_UPLOAD_BYTES.image)
          return new File([made], jpegName(file.name), { type: "image/jpeg" });
      }
    throw new Error("still too large");
  } finally {
    picture.close();
  }
}

function drawn(picture: ImageBitmap, side: number, quality: number): Promise<Blob> {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(picture.width * scale)),
    Math.max(1, Math.round(picture.height * scale)),
  );
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("no canvas");
  // What was see-through is white, as on paper.
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: "image/jpeg", quality });
}

const jpegName = (name: string): string => `${name.replace(/\.[a-z0-9]{1,5}$/i, "")}.jpg`;
