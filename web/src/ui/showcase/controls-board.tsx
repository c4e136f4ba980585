import { useState } from "react";
import { STATES } from "../../../../shared/request.ts";
import { Avatar } from "../avatar.tsx";
import { Button, buttonClass } from "../button.tsx";
import { Dialog, DialogFoot } from "../dialog.tsx";
import { Menu } from "../menu.tsx";
import { Segmented } from "../segmented.tsx";
import { Select } from "../select.tsx";
import { StateMark } from "../state-mark.tsx";
import { Switch } from "../switch.tsx";
import { Tabs } from "../tabs.tsx";
import { TextArea, TextField } from "../text-field.tsx";
import { BoardSection } from "./board-section.tsx";

const SCOPES = [
  { value: "all", text: "All" },
  { value: "mine", text: "Mine", count: "13" },
  { value: "plumbing", text: "Plumbing" },
] as const;
const PAGES = [
  { key: "one", text: "This request", content: <p className="py-3">The thread of this request.</p> },
  { key: "two", text: "Notes", count: "1", content: <p className="py-3">What only we see.</p> },
] as const;

/** What can be pressed, picked or typed in. */
export function ControlsBoard() {
  const [scope, setScope] = useState<(typeof SCOPES)[number]["value"]>("all");
  const [page, setPage] = useState<(typeof PAGES)[number]["key"]>("one");
  const [isOn, setOn] = useState(true);
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="grid gap-11 lg:grid-cols-3">
      <BoardSection title="Keys and buttons">
        <div className="flex flex-wrap items-center gap-2">
          <Button kind="primary" shortcut="Digit1">
            Opens a request
          </Button>
          <Button shortcut="Digit4">Chase</Button>
          <Button kind="quiet">Not now</Button>
          <Button kind="late" size="small" onClick={() => setOpen(true)}>
            Deactivate
          </Button>
          <Button kind="primary" disabled>
            Send
          </Button>
        </div>
        <Menu
          label="Move"
          trigger={<span>Move</span>}
          triggerClassName={buttonClass("plain", "small", "self-start")}
          choices={STATES.map((state) => ({
            kind: "choice",
            key: state,
            text: state,
            mark: <StateMark state={state} />,
          }))}
          onChoose={() => {}}
        />
        <div className="flex gap-2">
          <Avatar name="Mariam Haddad" isYou />
          <Avatar name="يوسف علي" />
        </div>
      </BoardSection>
      <BoardSection title="One of several">
        <Segmented label="Whose" choices={SCOPES} value={scope} onChange={setScope} className="self-start" />
        <Tabs label="Views" pages={PAGES} selected={page} onSelect={setPage} />
        <Switch
          label="Send every delivery twice"
          isOn={isOn}
          onChange={setOn}
          words={{ on: "on", off: "off" }}
        />
      </BoardSection>
      <BoardSection title="Typed in">
        <TextField label="Title" defaultValue="Water through kitchen ceiling" />
        <TextField label="Login" error="Use 2 to 80 letters, digits, dots or dashes." defaultValue="m" />
        <Select
          label="State"
          choices={STATES.map((value) => ({ value, text: value }))}
          value="new"
          onChange={() => {}}
        />
        <TextArea label="Note" hint="Only we see it." />
      </BoardSection>
      {isOpen && (
        <Dialog title="Deactivate Yusuf Ali" onClose={() => setOpen(false)}>
          <p className="text-ink2">Yusuf is signed out everywhere. What is in their hands goes to Intake.</p>
          <DialogFoot>
            <Button kind="primary" shortcut="Enter" inDialog onClick={() => setOpen(false)}>
              Deactivate
            </Button>
            <Button kind="quiet" onClick={() => setOpen(false)}>
              Cancel
            </Button>
          </DialogFoot>
        </Dialog>
      )}
    </div>
  );
}
