/**
 * A model as bytes, for a row of the database: weights as eight-bit numbers with a scale for each feature, which
 * changes no suggestion that was not a toss-up. Pure.
 */
import { z } from "zod";
import type { Classifier } from "./linear-model.ts";

const MAGIC = 0x4254_4d31; // "BTM1": the form of what follows.

const Head = z.object({
  labels: z.array(z.string()),
  columns: z.number().int(),
  tellingUnknown: z.number(),
  sharpness: z.number(),
  strangest: z.number(),
  bias: z.array(z.number()),
});

/** JSON for what is small, then telling, scales and weights in columns of bytes. */
export function packModel(model: Classifier): Uint8Array {
  const labelCount = model.labels.length;
  const columnCount = model.columns.size;
  const head = new TextEncoder().encode(
    JSON.stringify({
      labels: model.labels,
      columns: columnCount,
      tellingUnknown: model.tellingUnknown,
      sharpness: model.sharpness,
      strangest: model.strangest,
      bias: [...model.bias],
    }),
  );
  const bytes = new Uint8Array(8 + head.length + columnCount * (12 + labelCount));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC);
  view.setUint32(4, head.length);
  bytes.set(head, 8);
  let at = 8 + head.length;
  for (const [id, column] of model.columns) {
    const row = model.weights.subarray(column * labelCount, (column + 1) * labelCount);
    const scale = row.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127;
    view.setUint32(at, id);
    view.setFloat32(at + 4, model.telling[column] ?? 0);
    view.setFloat32(at + 8, scale);
    row.forEach((weight, label) => {
      view.setInt8(at + 12 + label, scale > 0 ? Math.round(weight / scale) : 0);
    });
    at += 12 + labelCount;
  }
  return bytes;
}

/** @throws Error for bytes of another form: a model is rebuilt then. */
export function unpackModel(bytes: Uint8Array): Classifier {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8 || view.getUint32(0) !== MAGIC)
    throw new Error("These bytes hold no model of this version");
  const headLength = view.getUint32(4);
  const head = Head.parse(JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + headLength))));
  const { columns: columnCount, bias, labels, ...rest } = head;
  const model: Classifier = {
    ...rest,
    labels,
    recent: [],
    bias: Float32Array.from(bias),
    columns: new Map(),
    telling: new Float32Array(columnCount),
    weights: new Float32Array(columnCount * labels.length),
  };
  let at = 8 + headLength;
  for (let column = 0; column < columnCount; column++) {
    model.columns.set(view.getUint32(at), column);
    model.telling[column] = view.getFloat32(at + 4);
    const scale = view.getFloat32(at + 8);
    for (let label = 0; label < labels.length; label++)
      model.weights[column * labels.length + label] = view.getInt8(at + 12 + label) * scale;
    at += 12 + labels.length;
  }
  return model;
}
