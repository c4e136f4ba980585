import type { Making } from "../add-menu.tsx";
import type { Replying } from "../use-reply.ts";
import { AskMaker } from "./ask-maker.tsx";
import { ButtonsMaker } from "./buttons-maker.tsx";
import { ContactsMaker } from "./contacts-maker.tsx";
import { ListMaker } from "./list-maker.tsx";
import { PlaceMaker } from "./place-maker.tsx";
import { TemplateMaker } from "./template-maker.tsx";

export type MakerProps = {
  /** What was written already: the question, where the kind has one. */
  text: string;
  conversationId: number;
  requestId: number | null;
  numberId: number;
  reply: Replying;
  isOnline: boolean;
  onClose: () => void;
  onTaken: () => void;
};

/** A message that is more than words: a form that says what the client will get. */
export function Maker({ making, ...props }: MakerProps & { making: Making }) {
  switch (making) {
    case "location":
      return <PlaceMaker {...props} />;
    case "contacts":
      return <ContactsMaker {...props} />;
    case "buttons":
      return <ButtonsMaker {...props} />;
    case "list":
      return <ListMaker {...props} />;
    case "ask_location":
    case "ask_contact":
      return <AskMaker {...props} kind={making} />;
    case "template":
      return <TemplateMaker {...props} />;
    default:
      return making satisfies never;
  }
}
