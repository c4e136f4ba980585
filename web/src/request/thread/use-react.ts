/** A reaction of ours: seen at once, taken back when the server refuses it. */
import { useMutation } from "@tanstack/react-query";
import { conversationsApi, type Message } from "../../../../shared/api/conversations.ts";
import { call } from "../../api/call.ts";
import { queryClient } from "../../api/queries.ts";
import { showMessage } from "../use-thread.ts";

export function useReact(message: Message) {
  return useMutation({
    mutationFn: (emoji: string | null) =>
      call(conversationsApi.react, { params: { id: message.id }, body: { emoji } }),
    onMutate: (emoji) => {
      const others = message.reactions.filter(({ isOurs }) => !isOurs);
      const ours = emoji === null ? [] : [{ emoji, by: null, isOurs: true }];
      showMessage({ ...message, reactions: [...others, ...ours] });
    },
    onSuccess: showMessage,
    onError: () => showMessage(message),
    onSettled: () =>
      void queryClient.invalidateQueries({ queryKey: ["conversation", message.conversationId] }),
  });
}
