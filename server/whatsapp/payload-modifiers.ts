/** What can stand on a message of any type: forwarded, about a product, by an advertisement, with errors. */
import type { MessageContent } from "../../shared/message.ts";
import { asFields, asList, Code, type Fields, Flag, Inner, Word } from "./payload-read.ts";

const Context = Inner({
  forwarded: Flag,
  frequently_forwarded: Flag,
  referred_product: Inner({ catalog_id: Word, product_retailer_id: Word }),
});
const Referral = Inner({
  source_url: Word,
  source_id: Word,
  source_type: Word,
  headline: Word,
  body: Word,
  media_type: Word,
  ctwa_clid: Word,
  welcome_message: Inner({ text: Word }),
});
const Problem = Inner({ code: Code, title: Word, message: Word, error_data: Inner({ details: Word }) });

/** Nearly every message has none: then nothing is read. */
export function readModifiers(raw: Fields): MessageContent {
  return {
    ...(asFields(raw.context) && readContext(raw.context)),
    ...(asFields(raw.referral) && readReferral(raw.referral)),
  };
}

function readContext(raw: unknown): MessageContent {
  const { forwarded, frequently_forwarded: often, referred_product: about } = Context.parse(raw);
  return {
    ...((forwarded || often) && { isForwarded: true }),
    ...(often && { isForwardedOften: true }),
    ...(about.product_retailer_id && { product: about.product_retailer_id }),
    ...(about.catalog_id && { catalog: about.catalog_id }),
  };
}

function readReferral(raw: unknown): MessageContent {
  const given = Referral.parse(raw);
  const parts = {
    headline: given.headline,
    url: given.source_url,
    body: given.body,
    source: given.source_type,
    sourceId: given.source_id,
    media: given.media_type,
    clickId: given.ctwa_clid,
    welcome: given.welcome_message.text,
  };
  const said = Object.entries(parts).filter(([, part]) => part !== undefined);
  return said.length > 0 ? { referral: Object.fromEntries(said) } : {};
}

type Why = NonNullable<MessageContent["why"]>;

/** The first error that has a code, and Meta's own words for it. */
export function readProblem(errors: unknown): Why | undefined {
  for (const error of asList(errors)) {
    const { code, title, message, error_data: data } = Problem.parse(error);
    const detail = data.details ?? message ?? title;
    if (code !== undefined) return { code, ...(detail && { detail }) };
  }
  return undefined;
}
