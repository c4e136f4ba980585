/** A number's first words and opening hours. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FirstWords, firstWordsApi } from "../../../shared/api/first-words.ts";
import { call } from "../api/call.ts";

export function useFirstWords(id: number) {
  const client = useQueryClient();
  const key = ["numbers", "first-words", id];
  const params = { id };
  return {
    words: useQuery({
      queryKey: key,
      queryFn: ({ signal }) => call(firstWordsApi.firstWords, { params, signal }),
      // What is being written is not overwritten by a look at the server.
      refetchOnWindowFocus: false,
    }),
    save: useMutation({
      mutationFn: (body: FirstWords) => call(firstWordsApi.setFirstWords, { params, body }),
      onSuccess: (words) => client.setQueryData(key, words),
    }),
  };
}
