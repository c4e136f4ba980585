import { board } from "./pages/board.en.ts";
import { composer } from "./pages/composer.en.ts";
import { connecting } from "./pages/connecting.en.ts";
import { contacts } from "./pages/contacts.en.ts";
import { costs } from "./pages/costs.en.ts";
import { desk } from "./pages/desk.en.ts";
import { diagnosis } from "./pages/diagnosis.en.ts";
import { firstWords } from "./pages/first-words.en.ts";
import { houseRules } from "./pages/house-rules.en.ts";
import { intake } from "./pages/intake.en.ts";
import { learning } from "./pages/learning.en.ts";
import { media } from "./pages/media.en.ts";
import { mend } from "./pages/mend.en.ts";
import { numbers } from "./pages/numbers.en.ts";
import { quickReplies } from "./pages/quick-replies.en.ts";
import { request } from "./pages/request.en.ts";
import { templates } from "./pages/templates.en.ts";
import { thread } from "./pages/thread.en.ts";
import { trade } from "./pages/trade.en.ts";
import { tray } from "./pages/tray.en.ts";
import { domain } from "./words/domain.en.ts";
import { failure } from "./words/failure.en.ts";
import { firstRun } from "./words/first-run.en.ts";
import { kit } from "./words/kit.en.ts";
import { people } from "./words/people.en.ts";
import { phones } from "./words/phones.en.ts";
import { shell } from "./words/shell.en.ts";

export const en = {
  domain,
  failure,
  kit,
  shell,
  people,
  firstRun,
  phones,
  tray,
  desk,
  board,
  request,
  thread,
  intake,
  contacts,
  costs,
  composer,
  learning,
  media,
  mend,
  numbers,
  connecting,
  firstWords,
  diagnosis,
  templates,
  quickReplies,
  houseRules,
  trade,
};
