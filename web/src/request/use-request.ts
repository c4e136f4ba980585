/** One request's page from the server, and every change one can make to it. */
import { queryOptions, useMutation } from "@tanstack/react-query";
import { conversationsApi } from "../../../shared/api/conversations.ts";
import { peopleApi } from "../../../shared/api/people.ts";
import { type RequestPage, requestsApi, type Strip } from "../../../shared/api/requests.ts";
import { type Ask, call } from "../api/call.ts";
import { queryClient } from "../api/queries.ts";

export const requestQuery = (id: number) =>
  queryOptions({
    queryKey: ["request", id],
    queryFn: ({ signal }) => call(requestsApi.getRequest, { params: { id }, signal }),
  });

export const peopleQuery = queryOptions({
  queryKey: ["people"],
  queryFn: ({ signal }) => call(peopleApi.listPeople, { signal }),
});

export const workersQuery = queryOptions({
  queryKey: ["contacts", "worker"],
  queryFn: ({ signal }) => call(conversationsApi.listContacts, { body: { kind: "worker" }, signal }),
});

/** The strip at once, its story from the server right after; the lists by their own topics. */
export function showChanged(strip: Strip): void {
  queryClient.setQueryData<RequestPage>(["request", strip.id], (page) => (page ? { ...page, strip } : page));
  for (const key of [["request", strip.id], ["board"], ["requests"], ["overview"]])
    void queryClient.invalidateQueries({ queryKey: key });
}

export type MoveAsk = Ask<typeof requestsApi.moveRequest>["body"];
export type ChangeAsk = Ask<typeof requestsApi.changeRequest>["body"];

export const moveRequest = (id: number, body: MoveAsk): Promise<Strip> =>
  call(requestsApi.moveRequest, { params: { id }, body });
export const undoRequest = (id: number): Promise<Strip> => call(requestsApi.undoRequest, { params: { id } });

/** Changes from a form: pending and refused are shown where they were made. */
export function useChangeRequest(id: number, onDone?: () => void) {
  return useMutation({
    mutationFn: (body: ChangeAsk) => call(requestsApi.changeRequest, { params: { id }, body }),
    onSuccess: (strip) => {
      showChanged(strip);
      onDone?.();
    },
  });
}

export function useAddNote(id: number, onDone?: () => void) {
  return useMutation({
    mutationFn: (text: string) => call(requestsApi.addNote, { params: { id }, body: { text } }),
    onSuccess: (strip) => {
      showChanged(strip);
      onDone?.();
    },
  });
}
