/** What one IRC message looks like by itself. */
import type { IrcMessage } from "./irc-log.ts";

const GREETING = /^(?:hi|hello|hey|hiya|good (?:morning|evening|day)|greetings|yo|sup)\b/i;
const YES_OR_NO =
  /^(?:(?:\S+[:,] )?)(?:yes|yep|yeah|yup|no|nope|nah|ok|okay|sure|right|correct|ah|oh|hmm|i did|i have)\b/i;
const THANKS = /\b(?:thanks|thank you|thx|ty|cheers)\b/i;
const HELP =
  /\b(?:anyone|anybody|someone|somebody|help|how (?:do|can|to)|is there|does any|i have a|i need|i'm trying|problem)\b/i;
const GOES_ON = /^(?:and|but|so|or|because|then|it|that|this|also|well)\b/i;
const QUESTION = /\?|^(?:\S+[:,] )?(?:how|what|why|where|when|who|which|is|are|does|do|can|could|should)\b/i;

export type Traits = {
  asks: boolean;
  greets: boolean;
  says: boolean;
  thanks: boolean;
  helps: boolean;
  goesOn: boolean;
  isCommand: boolean;
  isBot: boolean;
  bag: Set<string>;
};

export function traitsOf({ text, words, by, names }: IrcMessage): Traits {
  return {
    asks: QUESTION.test(text),
    greets: GREETING.test(text),
    says: YES_OR_NO.test(text),
    thanks: THANKS.test(text),
    helps: HELP.test(text),
    goesOn: GOES_ON.test(text),
    isCommand: /^!\w|\bubotu\b/.test(text),
    isBot: by !== null && /^u?bot|bot$|^ubo?t/.test(by),
    bag: new Set(words.filter((word) => word.length > 2 && !names.includes(word) && !STOP.has(word))),
  };
}

const STOP = new Set(
  "the and you for that this with have has was are not but can what how just like from your its it's don't know then there they will would should could get got use using about any all out use one some when where why who which does did i'm i've been were also too very than into over here try".split(
    " ",
  ),
);
